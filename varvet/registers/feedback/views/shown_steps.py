"""How far it has come, as drawn, and the time left to answer or to close."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.records.registry import Clock
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.record_parts import Step, steps_of
from varvet.kernel.ui.words import swedish_day
from varvet.registers.feedback import queries, rules
from varvet.registers.feedback.models import Feedback


@dataclass(frozen=True)
class Due:
    """Working days left of how many, the day, and what is to be done by it."""

    left: int
    total: int
    day: date
    says: str


def due_of(clock: Clock, today: date) -> Due:
    due = due_day_of(clock)
    return Due(
        working_days_between(today, due),
        max(1, working_days_between(start_day_of(clock), due)),
        due,
        _says(clock, due, today),
    )


def _says(clock: Clock, due: date, today: date) -> str:
    says = _("Avsluta senast {day}") if clock.code == queries.CLOSE else _("Svara senast {day}")
    return says.format(day=swedish_day(due, today))


def step_of(status: str) -> int:
    """1-3 for the steps of the way; what is taken up again is back at the first."""
    if status == rules.Status.REOPENED:
        return 1
    return record_parts.step_of(status, rules.STEPS)


def reached(feedback: Feedback) -> int:
    """The step to draw as the current one: past the last when it is closed, so that all are done."""
    return step_of(feedback.status) + (feedback.status == rules.Status.CLOSED)


def steps(feedback: Feedback, today: date) -> list[Step]:
    days = [day_of(feedback.received_at), feedback.answered_on, feedback.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(feedback.status), today=today)
