"""Who has it by name, and notes between those who handle it."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Notice
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import can_within
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import EXCLUDED, HANDLE, begin, begin_case, finish, tell_handler
from varvet.registers.feedback.models import Feedback, Part
from varvet.registers.feedback.rules import Event


@transaction.atomic
def assign(*, feedback: Feedback, handler: User | None, version: int, by: User, now: datetime) -> Feedback:
    """Without a name it is with those nearest the unit."""
    current = begin_case(feedback, Event.ASSIGN, version=version, by=by, now=now).lead
    _check_able(current, handler, now)
    current.handler = handler
    tell_handler(current, Notice.ASSIGNED, by=by, now=now)
    return finish(current, "assigned", by=by, data={"handler": handler.pk if handler else None})


@transaction.atomic
def reassign(feedback: Feedback, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves; whether `by` may move a person's work has been asked."""
    current = spine.lock(feedback, version=feedback.version)
    rules.check_event(Event.ASSIGN, current.status)
    _check_able(current, to, now)
    before, current.handler = current.handler_id, to
    keep(current, {Part.NOTE: reason}, by=by, now=now)
    tell_handler(current, Notice.ASSIGNED, by=by, now=now)
    finish(current, "reassigned", by=by, data={"handler": to.pk, "before": before})


@transaction.atomic
def note(*, feedback: Feedback, text: str, version: int, by: User, now: datetime) -> Feedback:
    """Read by those who handle it; whoever got in touch never reads it."""
    current = begin(feedback, Event.NOTE, version=version, by=by, now=now)
    rules.check_words("text", text, "Skriv något först.")
    keep(current, {Part.NOTE: text}, by=by, now=now)
    return finish(current, "noted", by=by)


def _check_able(feedback: Feedback, handler: User | None, now: datetime) -> None:
    if handler is not None and not can_within(feedback, HANDLE, EXCLUDED, user=handler, today=day_of(now)):
        raise RuleBroken("feedback.handler.role", "Välj någon som får svara i enheten.", field="handler")
