"""The page of a sheet: what there is to talk about, what was said, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.meeting_lines import Section
from varvet.kernel.ui.record_parts import Step, events_of, step_of, steps_of
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.kernel.ui.words import integer, month_and_year
from varvet.registers.meetings import queries, rules
from varvet.registers.meetings.models import Meeting, Narrative, Part
from varvet.registers.meetings.queries import SheetLine
from varvet.registers.meetings.rules import COMING, TALKED, Event, Status
from varvet.registers.meetings.views.shown_asks import ASKS, HAPPENED
from varvet.registers.meetings.views.shown_lines import sections_of

NEXT = {Status.PLANNED: Event.BEGIN, Status.OPEN: Event.HOLD, Status.HELD: Event.CLOSE}
TICKED = "answered"  # each tick has its trail; the page shows the ticks themselves
OTHERS = (Event.ADD, Event.ASK, Event.ASSIGN, Event.NOT_HELD)


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where. `says` explains it."""

    label: str
    href: str
    says: str = ""


@dataclass(frozen=True)
class Big:
    """A figure at the top of the sheet, and what it counts."""

    number: str
    says: str


@dataclass(frozen=True)
class Due:
    left: int
    total: int
    day: date


def sheet_page(reader: Reader, meeting: Meeting) -> dict[str, object]:
    found = queries.list_lines(meeting, reader.today)
    able = queries.can_edit(reader, meeting)
    answered = sum(bool(one.line.outcome) for one in found)
    return {
        "meeting": meeting,
        "status_label": said(rules.STATUS_LABELS[meeting.status]),
        "steps": _steps(meeting, reader.today),
        "step": _reached(meeting),
        "clock": _due(meeting, reader.today),
        "may_answer": able and meeting.status in TALKED,
        "answered": answered,
        "total": len(found),
        "events": [event for event in events_of(meeting, HAPPENED) if event.name != TICKED],
        **words_of(reader, meeting, found),
        **_next(meeting, able=able),
    }


def words_of(reader: Reader, meeting: Meeting, found: Sequence[SheetLine]) -> dict[str, object]:
    """What the screen and the paper have in common."""
    happened = any(one.line.came_in for one in found)
    why = "" if happened else sentence_of(rules.asks_why(queries.silence_of(meeting, reader.today)))
    return {
        "heading": heading_of(meeting),
        "sections": sections_of(reader, meeting, found),
        "bigs": bigs_of(found),
        "why": why,
        "question": meeting.question,
        "asked": said(rules.question_of(happened=happened)),
        "talked": _talked(meeting),
    }


def heading_of(meeting: Meeting) -> str:
    return _("APT i {month}").format(month=month_and_year(meeting.month))


def _talked(meeting: Meeting) -> list[Narrative]:
    """What was written about the meeting as a whole; that it is read is noted with the notes of its lines."""
    return list(meeting.narratives.filter(line__isnull=True).exclude(part=Part.HANDED).order_by("written_at", "pk"))


def bigs_of(found: Sequence[SheetLine]) -> list[Big]:
    """How much there is of what is counted: deviations always, the others where there is any."""
    new, sarah, voices = (_count(found, kind) for kind in ("deviations", "lex_sarah", "feedback"))
    to_do = sum(one.line.section == Section.ACTIONS for one in found)
    counted = (
        (new, ngettext("ny avvikelse sedan förra APT", "nya avvikelser sedan förra APT", new)),
        (sarah, ngettext("rapport enligt lex Sarah", "rapporter enligt lex Sarah", sarah)),
        (voices, ngettext("ny synpunkt från någon utanför", "nya synpunkter från andra utanför", voices)),
        (to_do, ngettext("åtgärd att göra klar", "åtgärder att göra klara", to_do)),
    )
    return [Big(integer(count), says) for at, (count, says) in enumerate(counted) if count or at == 0]


def _count(found: Sequence[SheetLine], kind: str) -> int:
    return sum(one.count for one in found if one.line.kind == kind and one.line.came_in)


def _reached(meeting: Meeting) -> int:
    step = step_of(meeting.status, rules.STEPS)
    return step + 1 if step == len(rules.STEPS) else step


def _steps(meeting: Meeting, today: date) -> list[Step]:
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    closed = meeting.closed_at.date() if meeting.closed_at else None
    return steps_of(labels, [None, meeting.frozen_on, meeting.held_on, closed], reached=_reached(meeting), today=today)


def _due(meeting: Meeting, today: date) -> Due | None:
    if meeting.status not in COMING:
        return None
    day = rules.end_of(meeting.month)
    return Due((day - today).days, max(1, (day - meeting.month).days), day)


def _next(meeting: Meeting, *, able: bool) -> dict[str, object]:
    if not able:
        return {"first": None, "others": []}
    first = NEXT.get(Status(meeting.status))
    others = [event for event in OTHERS if rules.may(event, meeting.status)]
    return {"first": _way(first, meeting) if first else None, "others": [_way(event, meeting) for event in others]}


def _way(event: Event, meeting: Meeting) -> Way:
    return Way(
        said(ASKS[event].link), reverse(f"meetings:{ADDRESSES[event]}", args=[meeting.reference]), said(ASKS[event].sub)
    )


ADDRESSES = {
    Event.BEGIN: "begin",
    Event.HOLD: "hold",
    Event.CLOSE: "close",
    Event.NOT_HELD: "mark_not_held",
    Event.ADD: "add_line",
    Event.ASK: "ask",
    Event.ASSIGN: "assign",
}
