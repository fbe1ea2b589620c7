"""Which deviations a reader sees, and what is read of one."""

from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.categories import find_list
from varvet.kernel.organisation.models import CategoryList, Unit
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.narratives import Words
from varvet.registers.deviations.models import READ_BY_REPORTER, Deviation
from varvet.registers.deviations.rules import Nature

VIEW, FOLLOW = "deviations.view", "deviations.follow_health_care"
OF_NO_CAUSE = Q(cause__isnull=True)


def visible_to(reader: Reader) -> QuerySet[Deviation]:
    """Deviations in the reader's units, and those the reader reported or had a colleague report."""
    mine = Q(opened_by=reader.user) | Q(reporting__on_behalf_of=reader.user)
    rows = Deviation.objects.filter(read_by_role(reader) | mine, root=reader.root)
    return rows.select_related("unit", "root", "handler")


def read_by_role(reader: Reader) -> Q:
    """Those of the reader's units, and those in health care where that is what the reader follows."""
    seen, followed = Q(unit_id__in=reader.units(VIEW)), reader.units(FOLLOW)
    return seen | Q(nature=Nature.HEALTH_CARE, unit_id__in=followed) if followed else seen


def reads(reader: Reader, record: Record) -> bool:
    """Whether the reader's role lets them read all of it; whoever only reported it reads what was told.

    `record` may be the common row alone, as when a file of it is asked for.
    """
    if reader.can(VIEW, record.unit_id):
        return True
    follows = reader.can(FOLLOW, record.unit_id)
    return follows and Deviation.objects.filter(pk=record.pk, nature=Nature.HEALTH_CARE).exists()


def read_narratives(reader: Reader, deviation: Deviation) -> list[Words]:
    """The texts, oldest first; each reading is noted. A reporter who does not handle sees no internal notes.

    The words of each cause are read with the causes.
    """
    only = OF_NO_CAUSE if reads(reader, deviation) else Q(part__in=READ_BY_REPORTER)
    return narratives.read(deviation, by=reader.user, only=only)


def list_referrals(deviation: Deviation) -> list[Referral]:
    return list(Referral.objects.filter(origin=deviation).select_related("answer"))


def category_list_on(root: Unit, day: date) -> CategoryList | None:
    """The version of the list of types in force on a day."""
    return find_list(root, "deviation_type", day)
