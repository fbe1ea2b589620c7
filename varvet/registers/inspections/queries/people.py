"""Who could be responsible for an inspection, or answer a question of it."""

from datetime import date

from django.db.models import Q

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import roles_with
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.queries.visible import ANSWER


def list_able(inspection: Inspection, today: date) -> list[User]:
    """Those who work in its unit or above it today, by name."""
    return [user for user in list_answering(inspection, today) if can(user, ANSWER, inspection.unit, today=today)]


def list_answering(inspection: Inspection, today: date) -> list[User]:
    """Those who work anywhere in the root today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(ANSWER)]
    held = Assignment.objects.filter(in_force, unit__root_id=inspection.root_id, role__in=roles)
    return list(User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name"))
