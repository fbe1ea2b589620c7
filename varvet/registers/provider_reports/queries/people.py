"""Who could have a report by name."""

from datetime import date

from django.db.models import Q

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import roles_with
from varvet.kernel.records.confidential import can_within
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.queries.visible import EXCLUDED, HANDLE


def list_able(report: ProviderReport, today: date) -> list[User]:
    """Those who may handle it today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(HANDLE)]
    held = Assignment.objects.filter(in_force, unit__root_id=report.root_id, role__in=roles)
    found = User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")
    return [user for user in found if can_within(report, HANDLE, EXCLUDED, user=user, today=today)]
