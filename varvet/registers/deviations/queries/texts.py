"""Whose texts may be searched: those of the deviations one handles, or follows in health care."""

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Readable
from varvet.registers.deviations.models import KIND, Deviation
from varvet.registers.deviations.queries.visible import FOLLOW, VIEW
from varvet.registers.deviations.rules import Nature


def _handled(reader: Reader) -> QuerySet[Record]:
    """Whoever follows health care alone searches in what is health care alone."""
    rows = Record.objects.filter(kind=KIND, root=reader.root)
    seen = rows.filter(unit_id__in=reader.units(VIEW))
    followed = reader.units(FOLLOW)
    if not followed:
        return seen
    care = Deviation.objects.filter(nature=Nature.HEALTH_CARE, unit_id__in=followed)
    return seen | rows.filter(pk__in=care.values("pk"))


READABLE = Readable(VIEW, _handled, also=(FOLLOW,))
