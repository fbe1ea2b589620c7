"""Whose texts may be searched: those of the deviations one handles."""

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Readable
from varvet.registers.deviations.models import KIND


def _handled(reader: Reader) -> QuerySet[Record]:
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units("deviations.view"))


READABLE = Readable("deviations.view", _handled)
