"""A sheet as it would be now: what registers bring to it, and what the meeting before left."""

from datetime import date, timedelta

from varvet.kernel.organisation.tree import line_on
from varvet.kernel.records.meeting_lines import MeetingAsked
from varvet.kernel.records.registry import list_registers
from varvet.registers.meetings import rules
from varvet.registers.meetings.models.meeting import Line, Meeting
from varvet.registers.meetings.rules import Entry, Outcome

KNOWN_BACK = timedelta(days=400)  # how far back an earlier sheet may have counted what still comes in anew


def fresh_entries(meeting: Meeting, today: date) -> list[Entry]:
    """What registers bring to the sheet now, with what the meeting before left."""
    before = sheet_before(meeting)
    asked, known = _asked(meeting, before, today), _known(meeting)
    brought = [
        entry
        for card in list_registers()
        if card.meeting_lines is not None
        for entry in rules.entries_of(card.kind, card.meeting_lines(asked), known)
    ]
    return rules.with_carried(brought, _carried(before))


def units_of(meeting: Meeting, today: date) -> frozenset[int]:
    """The unit and those below it."""
    return line_on({meeting.root_id}, today).below({meeting.unit_id}) | {meeting.unit_id}


def sheet_before(meeting: Meeting) -> Meeting | None:
    """The unit's latest sheet of an earlier month whose lines stand."""
    rows = Meeting.objects.filter(place=meeting.place_id, month__lt=meeting.month, frozen_on__isnull=False)
    return rows.order_by("-month").first()


def _asked(meeting: Meeting, before: Meeting | None, today: date) -> MeetingAsked:
    span = rules.span_of(meeting.month, before.frozen_on if before else None, today)
    return MeetingAsked(meeting.root_id, units_of(meeting, today), span.first, span.last, rules.due_by(meeting.month))


def _known(meeting: Meeting) -> frozenset[int]:
    """Records that another sheet of the unit has counted: two sheets meet on a day."""
    lines = Line.objects.filter(
        meeting__place=meeting.place_id, meeting__frozen_on__gte=meeting.month - KNOWN_BACK, came_in=True
    )
    found = lines.exclude(meeting=meeting.pk).filter(records__isnull=False)
    return frozenset(found.values_list("records", flat=True))


def _carried(before: Meeting | None) -> list[Entry]:
    """What was moved to the next meeting: it comes back by itself, and is not counted once more."""
    if before is None:
        return []
    rows = before.lines.filter(outcome=Outcome.MOVED).prefetch_related("records")
    return [_carried_line(line) for line in rows]


def _carried_line(line: Line) -> Entry:
    return Entry(
        section=line.section,
        kind=line.kind,
        title=line.title,
        category_id=line.category_id,
        name=line.name,
        sentence=line.sentence,
        values=line.values,
        due_on=line.due_on,
        is_good=line.is_good,
        numbered=line.numbered,
        record_ids=tuple(record.pk for record in line.records.all()),
        count=line.count,
        before=line.pk,
    )


def line_of(entry: Entry, meeting: Meeting, number: int) -> Line:
    """A line as it would be kept."""
    return Line(
        meeting=meeting,
        number=number,
        section=entry.section,
        kind=entry.kind,
        title=entry.title,
        category_id=entry.category_id,
        name=entry.name,
        sentence=entry.sentence,
        values=dict(entry.values),
        due_on=entry.due_on,
        is_good=entry.is_good,
        came_in=entry.came_in,
        numbered=entry.numbered,
        count=entry.count,
        before_id=entry.before,
    )
