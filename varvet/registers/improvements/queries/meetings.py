"""Improvements for a unit's staff meeting: what is to be in place soon or is late, and whose effect is to be judged."""

from varvet.kernel.deadlines.clocks import due_day_of, with_extensions
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.meeting_rows import may_stand
from varvet.kernel.records.registry import Clock
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.queries.clocks import JUDGE, list_clocks

LATE, TO_DO, EFFECT = marked("Skulle ha varit klar"), marked("Ska vara klar"), marked("Effekten ska bedömas")


def meeting_lines(asked: MeetingAsked) -> list[MeetingLine]:
    """The nearest day first. `what` is about the work: lists show it."""
    running = list_clocks(Unit.objects.get(pk=asked.root_id))
    rows = may_stand(Improvement.objects.filter(pk__in=[clock.record_id for clock in running]), asked).in_bulk()
    clocks = with_extensions([clock for clock in running if clock.record_id in rows])
    near = sorted((c for c in clocks if due_day_of(c) <= asked.due_by), key=lambda c: (due_day_of(c), c.record_id))
    return [_line(rows[clock.record_id], clock, asked) for clock in near]


def _line(row: Improvement, clock: Clock, asked: MeetingAsked) -> MeetingLine:
    due = due_day_of(clock)
    to_do = LATE if due < asked.last else TO_DO
    return MeetingLine(
        section=Section.ACTIONS,
        record_id=row.pk,
        name=row.what,
        sentence=EFFECT if clock.code == JUDGE else to_do,
        due_on=due,
    )
