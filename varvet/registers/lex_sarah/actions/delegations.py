"""Who decides by the delegation order: points are added and ended, never removed, and decisions name theirs."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import assignments_on, check
from varvet.kernel.access.models import User
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import line_on
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import DECIDE
from varvet.registers.lex_sarah.models import KIND, Delegation, LexSarah

DELEGATE = "lex_sarah.delegate"


@dataclass(frozen=True)
class Delegating:
    """A point of the order for a person or a role, from its first to its last day; open without a last."""

    point: str
    first_day: date
    last_day: date | None = None
    person: User | None = None
    role: str = ""


@transaction.atomic
def delegate(*, root: Unit, content: Delegating, by: User, now: datetime) -> Delegation:
    check(by, DELEGATE, root, today=day_of(now))
    rules.check_delegation(content.point, (content.person, content.role), (content.first_day, content.last_day))
    if content.role and content.role not in {role.code for role in roles_with(DECIDE)}:
        raise RuleBroken("lex_sarah.delegation.role", "Välj en roll som får besluta i lex Sarah.", field="role")
    given = Delegation.objects.create(
        root=root,
        point=content.point.strip(),
        person=content.person,
        role=content.role,
        first_day=content.first_day,
        last_day=content.last_day,
        edited_at=now,
        edited_by=by,
    )
    _tell_trail("delegated", given, by)
    return given


@transaction.atomic
def end_delegation(*, delegation: Delegation, last_day: date, by: User, now: datetime) -> Delegation:
    check(by, DELEGATE, delegation.root, today=day_of(now))
    current = Delegation.objects.select_for_update().get(pk=delegation.pk)
    rules.check_delegation(current.point, (current.person_id, current.role), (current.first_day, last_day))
    current.last_day, current.edited_at, current.edited_by = last_day, now, by
    current.save()
    _tell_trail("delegation_ended", current, by)
    return current


def delegation_for(case: LexSarah, user: User, day: date) -> Delegation | None:
    """The point under which somebody may decide in a case on a day; None for somebody who may not."""
    given = {one.pk: one for one in Delegation.objects.filter(root_id=case.root_id)}
    roles = _roles_over(case, user, day)
    found = rules.mandate_on(day, [one.mandate for one in given.values()], person=user.pk, roles=roles)
    return given[found.pk] if found else None


def check_delegated(case: LexSarah, user: User, day: date) -> Delegation:
    """As `delegation_for`; RuleBroken for somebody whom no point of the order names."""
    found = delegation_for(case, user, day)
    rules.check_mandate(found.mandate if found else None)
    assert found is not None
    return found


def _roles_over(case: LexSarah, user: User, day: date) -> set[str]:
    """The roles that let somebody decide, held for the case's unit or above it."""
    line = line_on({case.root_id}, day)
    held = [one for one in assignments_on(user, day) if DECIDE in get_role(one.role).permissions]
    return {one.role for one in held if case.unit_id in line.below({one.unit_id})}


def _tell_trail(event: str, given: Delegation, by: User) -> None:
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=given.root_id)
    data = {"delegation": given.pk, "point": given.point, "role": given.role, "person": given.person_id}
    trail.write([trail.event(event, subject, data=data)])
