"""Naming who investigates: by name, without a conflict of interest, and changed with a reason."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import EXCLUDED, PERMISSIONS, hold_alone
from varvet.registers.lex_sarah.models import LexSarah, Part, declared_by


@transaction.atomic
def assign(*, case: LexSarah, to: tuple[User | None, str], version: int, by: User, now: datetime) -> LexSarah:
    """`to` is the investigator and the reason, needed where there was one before; None leaves it to all who may.

    Whoever has a conflict themselves may still hand the case over.
    """
    investigator, reason = to
    current = hold_alone(case, rules.Event.ASSIGN, version=version, by=by, now=now)
    rules.check_own_case(current.joined_to_id is not None)
    rules.check_change(current.investigator_id, investigator.pk if investigator else None, reason)
    if investigator is not None:
        check_investigator(current, investigator, now=now)
    current.investigator = investigator
    current.save()
    keep(current, {Part.REASSIGNED: reason}, by=by, now=now)
    tell(current, Event.ASSIGNED, to=[investigator], by=by, now=now)
    spine.commit(current, "assigned", by=by, data={"investigator": investigator.pk if investigator else None})
    return current


def check_investigator(case: LexSarah, person: User, *, now: datetime) -> None:
    """RuleBroken for somebody who may not investigate the case, or has said that they have a conflict."""
    needed = [PERMISSIONS[rules.Event.WRITE]]
    needed += [EXCLUDED] if case.confidentiality == Confidentiality.MANAGER_EXCLUDED else []
    if not all(can(person, permission, case.unit, today=day_of(now)) for permission in needed):
        raise RuleBroken("lex_sarah.investigator.role", "Välj någon som får utreda ärendet.", field="investigator")
    rules.check_may_be_named(declared_by(case, person))
