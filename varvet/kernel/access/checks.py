"""May you? `check` raises, `can` answers, `units_for` lists where."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import line_on


def assignments_on(user: User, day: date) -> QuerySet[Assignment]:
    in_force = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    return user.assignments.filter(in_force).select_related("unit", "unit__root")


def can(user: User, permission: str, unit: Unit, *, today: date) -> bool:
    """True when a role of the user's, held at the unit or above it today, carries the permission."""
    return unit.pk in units_for(user, permission, today=today)


def check(user: User, permission: str, unit: Unit, *, today: date) -> None:
    """Raises NotAllowed with a sentence that names who could."""
    if can(user, permission, unit, today=today):
        return
    able = ", ".join(_(role.label).lower() for role in roles_with(permission)) or _("ingen roll")
    raise NotAllowed(_("Din roll får inte göra det här i {unit}. Det får: {able}.").format(unit=unit.name, able=able))


def units_for(user: User, permission: str, *, today: date) -> frozenset[int]:
    """Ids of the units in which the user has the permission today."""
    if not user.is_active:
        return frozenset()
    held = [a.unit for a in assignments_on(user, today) if permission in get_role(a.role).permissions]
    roots = {unit.root_id for unit in held if unit.root_id}
    return line_on(roots, today).below({unit.pk for unit in held}) if held else frozenset()
