"""Who could be responsible for an activity."""

from datetime import date

from django.db.models import Q

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import roles_with
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.queries.visible import REPORT


def list_able(activity: Activity, today: date) -> list[User]:
    """Those who work in its unit or above it today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(REPORT)]
    held = Assignment.objects.filter(in_force, unit__root_id=activity.root_id, role__in=roles)
    found = User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")
    return [user for user in found if can(user, REPORT, activity.unit, today=today)]
