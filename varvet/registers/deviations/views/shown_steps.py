"""The six steps of a deviation, as drawn."""

from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.record_parts import Step, steps_of
from varvet.registers.deviations import rules
from varvet.registers.deviations.models import Deviation


def step_of(status: str) -> int:
    """1-6 for the steps of the way, 0 beside it; a reopened deviation is back at the first."""
    if status == rules.Status.REOPENED:
        return 1
    return record_parts.step_of(status, rules.STEPS)


def reached(deviation: Deviation) -> int:
    """The step to draw as the current one: past the last when it is closed, so that all are done."""
    step = step_of(deviation.status)
    return step + 1 if deviation.is_closed else step


def steps(deviation: Deviation, today: date) -> list[Step]:
    now = step_of(deviation.status)
    first, assessed = day_of(deviation.received_at), deviation.assessed_on
    days = [
        first,
        assessed,
        deviation.opened_on,
        deviation.investigated_on,
        deviation.followed_up_on,
        deviation.closed_on,
    ]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=now, today=today)
