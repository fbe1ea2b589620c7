"""The lines of a sheet: what registers bring put together, and what the meeting before left."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.meeting_lines import MeetingLine, Section

SECTIONS: tuple[str, ...] = tuple(Section)
SECTION_LABELS: dict[str, str] = {
    Section.HAPPENED: marked("Det här har hänt"),
    Section.ACTIONS: marked("Åtgärder att göra klart"),
    Section.RESULTS: marked("Så går det"),
    Section.ROUTINES: marked("Rutiner att göra kända"),
    Section.AHEAD: marked("Tillsyn och risker"),
}


class Outcome(StrEnum):
    RAISED = "raised"
    MOVED = "moved"
    LEFT = "left"


OUTCOME_LABELS: dict[str, str] = {
    Outcome.RAISED: marked("Lyft"),
    Outcome.MOVED: marked("Flyttad till nästa möte"),
    Outcome.LEFT: marked("Inte lyft"),
}
ANSWERS: dict[str, str] = {
    Outcome.RAISED: marked("Ja, vi har talat om det"),
    Outcome.MOVED: marked("Nej, ta det nästa gång"),
    Outcome.LEFT: marked("Nej, det ska inte tas upp"),
}


class Reason(StrEnum):
    TIME = "time"
    ABSENT = "absent"
    ELSEWHERE = "elsewhere"
    NOT_US = "not_us"


REASON_LABELS: dict[str, str] = {
    Reason.TIME: marked("Tiden räckte inte"),
    Reason.ABSENT: marked("De som behövdes var inte med"),
    Reason.ELSEWHERE: marked("Det tas upp på ett annat sätt"),
    Reason.NOT_US: marked("Det rör inte oss"),
}


@dataclass(frozen=True)
class Entry:
    """A line of the sheet. `kind` is the register it came from, empty where the manager wrote it.

    `before` is the id of the line of an earlier sheet that it comes from.
    """

    section: str
    kind: str
    title: str = ""
    category_id: int | None = None
    name: str = ""
    sentence: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
    due_on: date | None = None
    is_good: bool = False
    came_in: bool = False
    numbered: bool = True
    record_ids: tuple[int, ...] = ()
    count: int = 1
    before: int | None = None


def entries_of(kind: str, lines: Iterable[MeetingLine], known: AbstractSet[int] = frozenset()) -> list[Entry]:
    """A register's lines, those of one group put together. `known` are the records an earlier sheet has counted."""
    found: dict[str, Entry] = {}
    for number, line in enumerate(lines):
        if line.came_in and line.record_id in known:
            continue
        key = f"{line.section}/{line.group}" if line.group else str(number)
        found[key] = _joined(found[key], line) if key in found else _entry(kind, line)
    return list(found.values())


def _entry(kind: str, line: MeetingLine) -> Entry:
    return Entry(
        section=line.section,
        kind=kind,
        title=line.title,
        category_id=line.category_id,
        name=line.name,
        sentence=line.sentence,
        values=line.values,
        due_on=line.due_on,
        is_good=line.is_good,
        came_in=line.came_in,
        numbered=line.numbered,
        record_ids=(line.record_id,),
        count=line.count,
    )


def _joined(entry: Entry, line: MeetingLine) -> Entry:
    """Of many it is only said what they have in common."""
    same = (entry.sentence, dict(entry.values)) == (line.sentence, dict(line.values))
    return replace(
        entry,
        record_ids=(*entry.record_ids, line.record_id),
        count=entry.count + line.count,
        sentence=entry.sentence if same else "",
        values=entry.values if same else {},
    )


def with_carried(entries: Sequence[Entry], carried: Sequence[Entry]) -> list[Entry]:
    """What was moved here comes first in its section, unless a register brings the same anew."""
    fresh = {record for entry in entries for record in entry.record_ids}
    left = [entry for entry in carried if not fresh & set(entry.record_ids)]
    return [entry for section in SECTIONS for part in (left, entries) for entry in part if entry.section == section]


@dataclass(frozen=True)
class Tally:
    """Of what came in before the meeting, by register: how much was talked about, of how much."""

    kind: str
    raised: int
    whole: int


def tally(answers: Iterable[tuple[str, bool, int, str]]) -> list[Tally]:
    """`answers` are each line's register, whether it came in since the last sheet, how many it is, and its outcome."""
    found: dict[str, Tally] = {}
    for kind, is_new, count, outcome in answers:
        if not is_new:
            continue
        now = found.get(kind, Tally(kind, 0, 0))
        raised = count if outcome == Outcome.RAISED else 0
        found[kind] = Tally(kind, now.raised + raised, now.whole + count)
    return sorted(found.values(), key=lambda one: one.kind)
