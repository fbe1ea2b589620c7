"""The list of analyses, narrowed and paged, and what a new one can be of."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.organisation.models import Below
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.paging import Filters, Page, narrowed, page_of
from varvet.kernel.records.periods import Length, Stretch, years_for
from varvet.registers.analyses.models import Analysis
from varvet.registers.analyses.queries.visible import EDIT, listed
from varvet.registers.analyses.rules import OPEN

OFFERED = ((Length.TERTIAL, 4), (Length.HALF_YEAR, 3), (Length.QUARTER, 5), (Length.MONTH, 4), (Length.YEAR, 2))


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Analysis]:
    """A page of the reader's analyses, the last begun first, without their texts."""
    return page_of(narrowed(listed(reader), filters, OPEN, reader), after, _children)


def _children(ids: Sequence[int]) -> list[Analysis]:
    return list(Analysis.objects.filter(pk__in=ids).defer("frozen").select_related("unit", "root"))


def list_periods(reader: Reader) -> list[Stretch]:
    """The latest of each length, the newest first; the one that lasts too."""
    years, found = years_for(reader), []
    for length, number in OFFERED:
        one = years.part_of(length, reader.today)
        for _ in range(number):
            found.append(one)
            one = years.before(one)
    return found


def list_able(analysis: Analysis, today: date) -> list[User]:
    """Those who may hold the analysis together today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    above = Below.objects.filter(unit_id=analysis.unit_id).values("ancestor")
    roles = [role.code for role in roles_with(EDIT)]
    held = Assignment.objects.filter(in_force, unit__in=above, role__in=roles)
    return list(User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name"))


def quality_areas(reader: Reader) -> dict[str, str]:
    """Code -> name, as the root has them today."""
    areas: dict[str, str] = get_setting(reader.root, "quality_areas", reader.today) if reader.root else {}
    return areas
