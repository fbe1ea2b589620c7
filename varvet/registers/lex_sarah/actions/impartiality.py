"""Conflict of interest (jäv): each says it of themselves, in the role they have in a case."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import EXCLUDED
from varvet.registers.lex_sarah.models import Impartiality, LexSarah, declared_by

MAY_DECLARE = {
    rules.Role.INVESTIGATOR: "lex_sarah.investigate",
    rules.Role.DECISION_MAKER: "lex_sarah.decide",
    rules.Role.REVIEWER: "lex_sarah.view",
}


@dataclass(frozen=True)
class Declaration:
    """In which role, whether there is a conflict, and then why."""

    role: rules.Role
    conflict: bool
    reason: str = ""


@transaction.atomic
def declare(*, case: LexSarah, declaration: Declaration, version: int, by: User, now: datetime) -> LexSarah:
    """What was said last holds. An investigator with a conflict no longer has the case: it waits for another."""
    check_within(case, MAY_DECLARE[declaration.role], EXCLUDED, by=by, today=day_of(now))
    current = spine.lock(case, version=version)
    rules.check_now(rules.Event.DECLARE, current.status)
    rules.check_declaration(conflict=declaration.conflict, reason=declaration.reason)
    _write(current, declaration, by, now)
    if declaration.conflict and current.investigator_id == by.pk:
        current.investigator = None
        current.save()
    data = {"role": declaration.role.value, "conflict": declaration.conflict}
    spine.commit(current, "declared", by=by, data=data)
    return current


def vouch(case: LexSarah, role: rules.Role, *, by: User, now: datetime) -> None:
    """Inside another action: the person says that they have no conflict. RuleBroken for one who has said they have."""
    rules.check_takes_part(declared_by(case, by))
    _write(case, Declaration(role, conflict=False), by, now)


def _write(case: LexSarah, declaration: Declaration, by: User, now: datetime) -> None:
    said = {
        "conflict": declaration.conflict,
        "reason": declaration.reason.strip() if declaration.conflict else None,
        "declared_on": day_of(now),
    }
    Impartiality.objects.update_or_create(case=case, person=by, role=declaration.role, defaults=said)
