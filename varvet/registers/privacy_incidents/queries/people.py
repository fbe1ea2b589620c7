"""Who has an incident, who could have it, and who may read it."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.db.models import Q

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.organisation.tree import line_on
from varvet.kernel.records.models import Confidentiality
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.queries.clocks import HANDLE
from varvet.registers.privacy_incidents.queries.visible import EXCLUDED, VIEW


@dataclass(frozen=True)
class Holder:
    """Somebody who holds a permission for a unit: by which role, and how many steps above the unit."""

    user: User
    role: str
    steps: int


def holders(incident: PrivacyIncident, permission: str, today: date) -> list[Holder]:
    """Those who hold the permission for the incident, each once, the nearest first."""
    heights = _heights(incident, today)
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    rows = Assignment.objects.filter(in_force, unit_id__in=heights, user__is_active=True).select_related("user")
    able = list(rows.filter(role__in=[role.code for role in roles_with(permission)]))
    if incident.confidentiality == Confidentiality.MANAGER_EXCLUDED:
        let_in = set(rows.filter(role__in=[role.code for role in roles_with(EXCLUDED)]).values_list("user", flat=True))
        able = [row for row in able if row.user_id in let_in]
    found = [Holder(row.user, get_role(row.role).label, heights[row.unit_id]) for row in able]
    nearest: dict[int, Holder] = {}
    for holder in sorted(found, key=lambda holder: (holder.steps, holder.user.name)):
        nearest.setdefault(holder.user.pk, holder)
    return sorted(nearest.values(), key=attrgetter("steps"))


def owners_of(incident: PrivacyIncident, today: date) -> list[Holder]:
    """The named handler while still able; else those nearest the unit."""
    able = holders(incident, HANDLE, today)
    named = [holder for holder in able if holder.user.pk == incident.handler_id]
    return named or [holder for holder in able if holder.steps == able[0].steps]


def list_readers(incident: PrivacyIncident, today: date) -> list[Holder]:
    """Those who may read it by their role."""
    return holders(incident, VIEW, today)


def _heights(incident: PrivacyIncident, today: date) -> dict[int, int]:
    """Steps from the incident's unit up to each unit of its line; the unit itself is 0."""
    above = line_on({incident.root_id}, today).above
    heights, level = {incident.unit_id: 0}, {incident.unit_id}
    while level:
        steps = max(heights.values()) + 1
        level = {parent for unit in level for parent in above.get(unit, ())} - set(heights)
        heights.update(dict.fromkeys(level, steps))
    return heights
