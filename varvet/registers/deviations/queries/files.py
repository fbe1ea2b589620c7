"""What a reader may do with a deviation's files."""

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.registers.deviations.models import Deviation, Reporting
from varvet.registers.deviations.queries.visible import reads
from varvet.registers.deviations.rules import Status


def may_add(reader: Reader, deviation: Deviation) -> bool:
    """Whoever reported it or had it reported for them, and those who assess; not once it is another one's duplicate."""
    if deviation.status == Status.DUPLICATE:
        return False
    if deviation.opened_by_id == reader.user.pk or reader.can("deviations.assess", deviation.unit_id):
        return True
    return Reporting.objects.filter(deviation=deviation, on_behalf_of=reader.user).exists()


def may_remove(reader: Reader, deviation: Deviation) -> bool:
    return reader.can("deviations.remove_files", deviation.unit_id)


def reads_all_files(reader: Reader, deviation: Record) -> bool:
    """Those who handle; whoever reported reads what they sent, as with the notes of the handling."""
    return reads(reader, deviation)


def page_with_files(reader: Reader, deviation: Deviation) -> str:
    """The case for those who handle, one's own report for whoever reported."""
    page = "deviations:page" if reads_all_files(reader, deviation) else "deviations:my_report"
    return reverse(page, args=[deviation.reference])
