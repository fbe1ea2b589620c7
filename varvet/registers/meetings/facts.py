"""What a meeting counts as: held on its day, or not held at the end of its month; and what came in before it."""

from datetime import date

from varvet.kernel.records.registry import FactRow
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.rules import Status, Tally, end_of, tally

RELATED = ("lines",)
HAPPENINGS = ("held", "attended", "not_held", "came_in")


def facts(meeting: Meeting) -> list[FactRow]:
    """Of a meeting held, `numerator` is 1 when all that came in before it was talked about.

    A meeting before which nothing came in has no denominator. `came_in` is counted once for each register, as `kind`.
    """
    day = _day(meeting)
    if day is None:
        return []
    tallies = tally((one.kind, one.came_in, one.count, one.outcome) for one in meeting.lines.all())
    return [*_meeting(meeting, day, tallies), *(_came_in(meeting, day, one) for one in tallies)]


def _day(meeting: Meeting) -> date | None:
    if meeting.status == Status.NOT_HELD:
        return end_of(meeting.month)
    return meeting.held_on


def _meeting(meeting: Meeting, day: date, tallies: list[Tally]) -> list[FactRow]:
    if meeting.held_on is None:
        return [FactRow(happening="not_held", day=day, unit_id=meeting.unit_id)]
    whole = all(one.raised == one.whole for one in tallies)
    held = FactRow(
        happening="held",
        day=day,
        unit_id=meeting.unit_id,
        numerator=int(whole) if tallies else None,
        denominator=1 if tallies else None,
    )
    attended = FactRow(happening="attended", day=day, unit_id=meeting.unit_id, count=meeting.present or 0)
    return [held, attended]


def _came_in(meeting: Meeting, day: date, one: Tally) -> FactRow:
    return FactRow(
        happening="came_in",
        day=day,
        unit_id=meeting.unit_id,
        kind=one.kind,
        count=one.whole,
        numerator=one.raised,
        denominator=one.whole,
    )
