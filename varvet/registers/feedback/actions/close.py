"""Closing, with an answer or a reason for none, and taking it up again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.questions.suspicions import check_settled
from varvet.kernel.records.narratives import keep
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import begin, finish
from varvet.registers.feedback.models import Feedback, Part


@dataclass(frozen=True)
class Closing:
    """Without an answer: is it handled in the person's own case (`in_case`), or why is there none."""

    in_case: bool = False
    reason: str = ""


@transaction.atomic
def close(*, feedback: Feedback, closing: Closing, version: int, by: User, now: datetime) -> Feedback:
    current = begin(feedback, version=version, by=by, now=now)
    answered = current.status == rules.Status.ANSWERED
    current.status = rules.check_transition(rules.Event.CLOSE, current.status)
    rules.check_ending(current.sort, rules.Ending(answered, closing.in_case, closing.reason))
    check_settled(current)
    current.handled_in_case = closing.in_case
    current.closed_at, current.closed_on = now, day_of(now)
    keep(current, {Part.REASON: closing.reason}, by=by, now=now)
    return finish(current, "closed", by=by)


@transaction.atomic
def reopen(*, feedback: Feedback, reason: str, version: int, by: User, now: datetime) -> Feedback:
    current = begin(feedback, version=version, by=by, now=now)
    current.status = rules.check_transition(rules.Event.REOPEN, current.status)
    rules.check_words("reason", reason, "Skriv varför ärendet öppnas igen.")
    current.closed_at, current.closed_on, current.reopened_on = None, None, day_of(now)
    keep(current, {Part.AGAIN: reason}, by=by, now=now)
    return finish(current, "reopened", by=by)
