"""How far an activity has come, as drawn, and the time left of what waits."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.records.registry import Clock
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.record_parts import Step, steps_of
from varvet.registers.involvement import rules
from varvet.registers.involvement.models import Activity


@dataclass(frozen=True)
class Due:
    """Days left of how many, and the day."""

    left: int
    total: int
    day: date


def due_of(clock: Clock, today: date) -> Due:
    due = due_day_of(clock)
    return Due((due - today).days, max(1, (due - start_day_of(clock)).days), due)


def step_of(status: str) -> int:
    """1-3 for the steps of the way, 0 beside it."""
    return record_parts.step_of(status, rules.STEPS)


def reached(activity: Activity) -> int:
    """The step to draw as the current one: past the last when it is concluded, so that all are done."""
    return step_of(activity.status) + (activity.status == rules.Status.CONCLUDED)


def steps(activity: Activity, today: date) -> list[Step]:
    """What was written in afterwards was never planned: its first step has no day."""
    days = [activity.planned_on, activity.held_on, activity.concluded_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(activity.status), today=today)
