"""Who could have a piece of feedback by name."""

from datetime import date

from django.db.models import Q

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import roles_with
from varvet.kernel.records.confidential import can_within
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.queries.visible import EXCLUDED, HANDLE


def list_able(feedback: Feedback, today: date) -> list[User]:
    """Those who may answer it today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(HANDLE)]
    held = Assignment.objects.filter(in_force, unit__root_id=feedback.root_id, role__in=roles)
    found = User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")
    return [user for user in found if can_within(feedback, HANDLE, EXCLUDED, user=user, today=today)]
