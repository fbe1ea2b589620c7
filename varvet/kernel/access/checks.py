"""May you? `check` raises, `can` answers, `units_for` lists where."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.organisation.models import Level, Unit
from varvet.kernel.organisation.tree import line_on


def assignments_on(user: User, day: date) -> QuerySet[Assignment]:
    in_force = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    return user.assignments.filter(in_force).select_related("unit", "unit__root")


def can(user: User, permission: str, unit: Unit, *, today: date) -> bool:
    """True when a role of the user's, held at the unit or above it today, carries the permission."""
    held = _held(user, permission, today)
    at_the_unit = unit.first_day <= today and unit.pk in {one.pk for one in held}
    return at_the_unit or unit.pk in _below(held, today)


def check(user: User, permission: str, unit: Unit, *, today: date) -> None:
    """Raises NotAllowed with a sentence that names who could."""
    if can(user, permission, unit, today=today):
        return
    able = ", ".join(_(role.label).lower() for role in roles_with(permission)) or _("ingen roll")
    raise NotAllowed(_("Din roll får inte göra det här i {unit}. Det får: {able}.").format(unit=unit.name, able=able))


def can_nearby(user: User, permission: str, unit: Unit, *, today: date) -> bool:
    """As `can`, by a role held in a unit or a service: not one of a department, an administration or more."""
    near = [one for one in _held(user, permission, today) if one.level in {Level.UNIT, Level.SERVICE}]
    return unit.pk in {one.pk for one in near} | set(_below(near, today))


def units_for(user: User, permission: str, *, today: date) -> frozenset[int]:
    """Ids of the units in which the user has the permission today."""
    return _below(_held(user, permission, today), today)


def _held(user: User, permission: str, today: date) -> list[Unit]:
    """The units at which the user holds the permission; those below them are the user's too."""
    if not user.is_active:
        return []
    return [a.unit for a in assignments_on(user, today) if permission in get_role(a.role).permissions]


def _below(held: list[Unit], today: date) -> frozenset[int]:
    roots = {unit.root_id for unit in held if unit.root_id}
    return line_on(roots, today).below({unit.pk for unit in held}) if held else frozenset()
