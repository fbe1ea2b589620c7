"""Who can investigate a case, and who reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.organisation.tree import line_on
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.queries.visible import EXCLUDED, VIEW

INVESTIGATE = "lex_sarah.investigate"


@dataclass(frozen=True)
class Holder:
    """Somebody who may, and the role by which: a marked text."""

    user: User
    role: str


def list_investigators(case: LexSarah, today: date) -> list[Holder]:
    return _holders(case, INVESTIGATE, today)


def list_readers(case: LexSarah, today: date) -> list[Holder]:
    """By their role, each once; of a case that shuts the manager out, those with that permission too."""
    return _holders(case, VIEW, today)


def _holders(case: LexSarah, permission: str, today: date) -> list[Holder]:
    found = _with(case, permission, today)
    if case.confidentiality == Confidentiality.MANAGER_EXCLUDED:
        allowed = {holder.user.pk for holder in _with(case, EXCLUDED, today)}
        found = [holder for holder in found if holder.user.pk in allowed]
    return found


def _with(case: LexSarah, permission: str, today: date) -> list[Holder]:
    above = _above(case, today)
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(permission)]
    rows = Assignment.objects.filter(in_force, unit_id__in=above, role__in=roles, user__is_active=True)
    return _once(Holder(row.user, get_role(row.role).label) for row in rows.select_related("user").order_by("pk"))


def _above(case: LexSarah, today: date) -> set[int]:
    """The case's unit and every unit above it."""
    above = line_on({case.root_id}, today).above
    found, level = {case.unit_id}, {case.unit_id}
    while level:
        level = {parent for unit in level for parent in above.get(unit, ())} - found
        found |= level
    return found


def _once(holders: Iterable[Holder]) -> list[Holder]:
    first: dict[int, Holder] = {}
    for holder in holders:
        first.setdefault(holder.user.pk, holder)
    return sorted(first.values(), key=lambda holder: holder.user.name)
