"""Inspections for a unit's staff meeting: those where something is to be done soon, or is late."""

from varvet.kernel.deadlines.clocks import due_day_of, with_extensions
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.meeting_rows import may_stand
from varvet.kernel.records.registry import Clock
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.queries.clocks import list_clocks
from varvet.registers.inspections.rules import OPEN, SORT_LABELS, STATUS_LABELS


def meeting_lines(asked: MeetingAsked) -> list[MeetingLine]:
    """The nearest day first; by sort and state alone."""
    rows = may_stand(Inspection.objects.filter(status__in=OPEN), asked).in_bulk()
    running = list_clocks(Unit.objects.get(pk=asked.root_id)) if rows else []
    clocks = with_extensions([clock for clock in running if clock.record_id in rows])
    near = sorted((c for c in clocks if due_day_of(c) <= asked.due_by), key=lambda c: (due_day_of(c), c.record_id))
    return [_line(rows[clock.record_id], clock) for clock in near]


def _line(row: Inspection, clock: Clock) -> MeetingLine:
    return MeetingLine(
        section=Section.AHEAD,
        record_id=row.pk,
        title=SORT_LABELS[row.sort],
        sentence=STATUS_LABELS[row.status],
        due_on=due_day_of(clock),
    )
