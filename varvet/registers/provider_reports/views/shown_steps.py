"""How far a report has come, as drawn, and the time left of what waits."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import Clock
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.record_parts import Step, steps_of
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.models import ProviderReport


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
    """1-6 for the steps of the way, 0 beside it; what is opened again is back at the first."""
    if status == rules.Status.REOPENED:
        return 1
    return record_parts.step_of(status, rules.STEPS)


def reached(report: ProviderReport) -> int:
    """The step to draw as the current one: past the last when it is closed, so that all are done."""
    return step_of(report.status) + (report.status == rules.Status.CLOSED)


def steps(report: ProviderReport, today: date) -> list[Step]:
    days = [
        day_of(report.received_at),
        report.requested_on,
        report.investigation_on,
        report.assessed_on,
        None,
        report.closed_on,
    ]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(report.status), today=today)
