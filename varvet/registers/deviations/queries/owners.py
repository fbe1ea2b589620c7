"""Who has a deviation, who could have it, and who may read it. Nothing is ever without somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.db.models import Q

from varvet.kernel.access.holders import Holders
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.organisation.tree import Line, line_on
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Nature

HANDLE, READ, FOLLOW = "deviations.assess", "deviations.view", "deviations.follow_health_care"


@dataclass(frozen=True)
class Holder:
    """Somebody who holds a permission for a unit: by which role, and how many steps above the unit."""

    user: User
    role: str
    steps: int


def holders(deviation: Deviation, permission: str, today: date) -> list[Holder]:
    """Those who hold the permission for the deviation's unit, each once, the nearest first."""
    heights = _heights(deviation, line_on({deviation.root_id}, today))
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(permission)]
    rows = Assignment.objects.filter(in_force, unit_id__in=heights, role__in=roles, user__is_active=True)
    return _nearest_first(rows.select_related("user"), heights)


def holders_among(known: Holders, deviation: Deviation, permission: str) -> list[Holder]:
    """As `holders`, where who holds what in the root has been read already."""
    heights = _heights(deviation, known.line)
    roles = {role.code for role in roles_with(permission)}
    rows = (row for unit in heights for row in known.rows.get(unit, ()) if row.role in roles)
    return _nearest_first(rows, heights)


def owners_of(deviation: Deviation, today: date) -> list[Holder]:
    """The named handler while still able; else those nearest the unit. A report in a case is with the case's owners."""
    if deviation.joined_to is not None:
        return owners_of(deviation.joined_to, today)
    able = holders(deviation, HANDLE, today)
    named = [holder for holder in able if holder.user.pk == deviation.handler_id]
    nearest = [holder for holder in able if holder.steps == able[0].steps]
    return named or nearest


def list_readers(deviation: Deviation, today: date) -> list[Holder]:
    """Those who may read it by their role; of health care, also those who follow that."""
    able = holders(deviation, READ, today)
    following = holders(deviation, FOLLOW, today) if deviation.nature == Nature.HEALTH_CARE else []
    return _once([*able, *following])


def _nearest_first(rows: Iterable[Assignment], heights: dict[int, int]) -> list[Holder]:
    found = [Holder(row.user, get_role(row.role).label, heights[row.unit_id]) for row in rows]
    return _once(sorted(found, key=lambda holder: (holder.steps, holder.user.name)))


def _heights(deviation: Deviation, line: Line) -> dict[int, int]:
    """Steps from the deviation's unit up to each unit of its line; the unit itself is 0."""
    above = line.above
    heights, level = {deviation.unit_id: 0}, {deviation.unit_id}
    while level:
        steps = max(heights.values()) + 1
        level = {parent for unit in level for parent in above.get(unit, ())} - set(heights)
        heights.update(dict.fromkeys(level, steps))
    return heights


def _once(found: Iterable[Holder]) -> list[Holder]:
    nearest: dict[int, Holder] = {}
    for holder in found:
        nearest.setdefault(holder.user.pk, holder)
    return sorted(nearest.values(), key=attrgetter("steps"))
