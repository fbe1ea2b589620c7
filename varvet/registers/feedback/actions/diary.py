"""The diary: when the feedback and its answer were registered there, and under which number."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import can_within, check_within
from varvet.kernel.records.numbering import next_in_series
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import EXCLUDED, HANDLE, finish
from varvet.registers.feedback.models import DIARY, DIARY_SETTING, Feedback
from varvet.registers.feedback.rules import Event

KEEP_DIARY = "feedback.diary"


@transaction.atomic
def register(*, feedback: Feedback, diary_number: str, version: int, by: User, now: datetime) -> Feedback:
    """Where the root has a series of its own the house gives the number, and what was written is not asked for."""
    current = _begin(feedback, Event.REGISTER, version=version, by=by, now=now)
    number = _own_number(current, now) or diary_number
    rules.check_diary_number(number, current.registered_on)
    current.diary_number, current.registered_on = number.strip(), day_of(now)
    return finish(current, "registered", by=by)


@transaction.atomic
def register_answer(*, feedback: Feedback, version: int, by: User, now: datetime) -> Feedback:
    current = _begin(feedback, Event.REGISTER_ANSWER, version=version, by=by, now=now)
    rules.check_answer_register(current.answered_on, current.answer_registered_on)
    current.answer_registered_on = day_of(now)
    return finish(current, "answer_registered", by=by)


def _begin(feedback: Feedback, event: Event, *, version: int, by: User, now: datetime) -> Feedback:
    """For those who answer, and for the registrar, who does nothing else with it."""
    today = day_of(now)
    if not can_within(feedback, KEEP_DIARY, EXCLUDED, user=by, today=today):
        check_within(feedback, HANDLE, EXCLUDED, by=by, today=today)
    current = spine.lock(feedback, version=version)
    rules.check_event(event, current.status)
    return current


def _own_number(feedback: Feedback, now: datetime) -> str:
    """Empty where the number is the diary system's. No number is taken for what is registered already."""
    series = str(get_setting(feedback.root, DIARY_SETTING, day_of(now)))
    if not series or feedback.registered_on is not None:
        return ""
    year = day_of(now).year
    return f"{series} {year}/{next_in_series(feedback.root, DIARY, year):04}"
