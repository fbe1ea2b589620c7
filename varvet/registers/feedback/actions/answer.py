"""Answering the person, and the diary: when the feedback and its answer were registered there."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.narratives import keep
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import begin, finish
from varvet.registers.feedback.models import Feedback, Part


@transaction.atomic
def answer(*, feedback: Feedback, text: str, version: int, by: User, now: datetime) -> Feedback:
    """The day of the first answer stays when one more is given after a reopening: it never counts twice."""
    current = begin(feedback, version=version, by=by, now=now)
    current.status = rules.check_transition(rules.Event.ANSWER, current.status)
    rules.check_words("text", text, "Skriv svaret.")
    current.answered_on = current.answered_on or day_of(now)
    keep(current, {Part.ANSWER: text}, by=by, now=now)
    return finish(current, "answered", by=by)


@transaction.atomic
def register(*, feedback: Feedback, diary_number: str, version: int, by: User, now: datetime) -> Feedback:
    current = begin(feedback, version=version, by=by, now=now)
    rules.check_diary_number(diary_number, current.registered_on)
    current.diary_number, current.registered_on = diary_number.strip(), day_of(now)
    return finish(current, "registered", by=by)


@transaction.atomic
def register_answer(*, feedback: Feedback, version: int, by: User, now: datetime) -> Feedback:
    current = begin(feedback, version=version, by=by, now=now)
    rules.check_answer_register(current.answered_on, current.answer_registered_on)
    current.answer_registered_on = day_of(now)
    return finish(current, "answer_registered", by=by)
