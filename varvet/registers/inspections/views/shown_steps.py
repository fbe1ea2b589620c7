"""How far an inspection has come, as drawn, and the time left of what waits."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.records.registry import Clock
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.record_parts import Step, steps_of
from varvet.registers.inspections import rules
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Sort, Status


@dataclass(frozen=True)
class Due:
    """Days left of how many, and the day."""

    left: int
    total: int
    day: date


def due_of(clock: Clock, today: date) -> Due:
    due = due_day_of(clock)
    return Due((due - today).days, max(1, (due - start_day_of(clock)).days), due)


def way_of(sort: str) -> tuple[Status, ...]:
    """The steps of an inspection of that sort: own reviews are not answered, questions are not decided."""
    left_out = {
        Sort.QUESTIONS: {Status.DECIDED, Status.FOLLOWING},
        Sort.INTERNAL: {Status.ANSWERED},
        Sort.OWN: {Status.ANSWERED},
    }.get(Sort(sort), set())
    return tuple(status for status in rules.STEPS if status not in left_out)


def step_of(inspection: Inspection) -> int:
    """From 1 for the steps of the way, 0 beside it. While an answer is written it has not come further than begun."""
    status = Status.RECEIVED if inspection.status == Status.ANSWERING else inspection.status
    return record_parts.step_of(status, way_of(inspection.sort))


def reached(inspection: Inspection) -> int:
    """The step to draw as the current one: past the last when it is closed, so that all are done."""
    return step_of(inspection) + (inspection.status == Status.CLOSED)


def steps(inspection: Inspection, today: date) -> list[Step]:
    days = {
        Status.RECEIVED: inspection.received_on,
        Status.ANSWERED: inspection.answered_on,
        Status.DECIDED: inspection.decided_on,
        Status.FOLLOWING: inspection.follow_on,
        Status.CLOSED: inspection.closed_on,
    }
    way = way_of(inspection.sort)
    labels = [rules.STATUS_LABELS[status] for status in way]
    return steps_of(labels, [days[status] for status in way], reached=step_of(inspection), today=today)
