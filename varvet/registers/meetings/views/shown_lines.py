"""The lines of a sheet in words: the same on the screen, on paper and in the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import Sentence
from varvet.kernel.records.links import list_answers
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import get_register, is_visible
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.kernel.ui.starts import Followed, Start, followed, starts_from
from varvet.registers.meetings import queries, rules
from varvet.registers.meetings.models import Line, Meeting, Narrative
from varvet.registers.meetings.queries import SheetLine
from varvet.registers.meetings.rules import TALKED, Status
from varvet.registers.meetings.views.shown_line import called

FOLLOWED = TALKED | {Status.CLOSED}  # improvements may begin from its lines


@dataclass(frozen=True)
class Reference:
    """The number of a record; without an address where the reader may not open it."""

    text: str
    href: str


@dataclass(frozen=True)
class LineShown:
    """A line in the reader's language. `plain` says that its name is plain Swedish words about the work."""

    line: Line
    called: str
    plain: bool
    sentence: str
    times: str
    measures: tuple[str, ...]
    references: tuple[Reference, ...]
    is_late: bool
    outcome: str
    reason: str
    notes: tuple[str, ...]
    followers: tuple[Followed, ...]
    starts: tuple[Start, ...]

    @property
    def numbers(self) -> str:
        """As on paper: of those of a series and year only the first in full."""
        return short_numbers([one.text for one in self.references])


@dataclass(frozen=True)
class SectionShown:
    code: str
    number: int
    label: str
    lines: tuple[LineShown, ...]


class Lines:
    """What stands beside all lines of a sheet, read once for them together."""

    def __init__(self, reader: Reader, meeting: Meeting, found: Sequence[SheetLine]) -> None:
        self.reader, self.meeting = reader, meeting
        self.open = _openable(reader, [record for one in found for record in one.records])
        self.notes = _by_line(queries.read_notes(reader, meeting))
        self.answers = _answers(reader, meeting)
        self.begins = meeting.status in FOLLOWED and queries.can_edit(reader, meeting)

    def shown(self, one: SheetLine) -> LineShown:
        line = one.line
        return LineShown(
            line=line,
            called=called(line),
            plain=bool(line.name),
            sentence=sentence_of(Sentence(line.sentence, line.values)),
            times=times(one.count),
            measures=one.measures,
            references=tuple(self._references(one)),
            is_late=_is_late(line, self.meeting, self.reader.today),
            outcome=said(rules.OUTCOME_LABELS.get(line.outcome, "")),
            reason=said(rules.REASON_LABELS.get(line.reason, "")),
            notes=tuple(note.text for note in self.notes.get(line.pk, ())),
            followers=tuple(self.answers.get(line.part, ())),
            starts=tuple(starts_from(self.reader, self.meeting, line.part)) if self.begins else (),
        )

    def _references(self, one: SheetLine) -> list[Reference]:
        return [self._reference(record) for record in one.records] if one.line.numbered else []

    def _reference(self, record: Record) -> Reference:
        page = get_register(record.kind).page
        href = reverse(page, args=[record.reference]) if record.pk in self.open else ""
        return Reference(record.reference, href)


def sections_of(reader: Reader, meeting: Meeting, found: Sequence[SheetLine]) -> tuple[SectionShown, ...]:
    """Those that have something; what has happened always, since nothing is something to talk about."""
    beside = Lines(reader, meeting, found)
    shown = [beside.shown(one) for one in found]
    kept = [code for code in rules.SECTIONS if code == rules.SECTIONS[0] or any(o.line.section == code for o in shown)]
    return tuple(
        SectionShown(code, number, said(rules.SECTION_LABELS[code]), tuple(o for o in shown if o.line.section == code))
        for number, code in enumerate(kept, 1)
    )


def short_numbers(references: Sequence[str]) -> str:
    """("AVV-2026-0194", "AVV-2026-0199") -> "AVV-2026-0194, 0199"."""
    series = [reference.rpartition("-")[0] for reference in references]
    pairs = zip(references, ["", *series], series, strict=False)
    return ", ".join(one.rpartition("-")[2] if before == now else one for one, before, now in pairs)


def times(count: int) -> str:
    """How many happenings the line stands for; empty for one."""
    return ngettext("{n} gång", "{n} gånger", count).format(n=count) if count > 1 else ""


def _is_late(line: Line, meeting: Meeting, today: date) -> bool:
    return line.due_on is not None and line.due_on < (meeting.frozen_on or today)


def _openable(reader: Reader, records: Sequence[Record]) -> set[int]:
    kinds = {record.kind for record in records}
    ids = [record.pk for record in records]
    return {
        pk
        for kind in kinds
        for pk in get_register(kind).visible_to(reader).filter(pk__in=ids).values_list("pk", flat=True)
    }


def _by_line(notes: Sequence[Narrative]) -> dict[int, list[Narrative]]:
    found: dict[int, list[Narrative]] = {}
    for note in notes:
        if note.line_id is not None:
            found.setdefault(note.line_id, []).append(note)
    return found


def _answers(reader: Reader, meeting: Meeting) -> dict[str, list[Followed]]:
    """What has begun from each line, of what the reader may open."""
    pairs = [(part, record) for part, record in list_answers(meeting) if is_visible(reader, record)]
    known = followed([record for _, record in pairs])
    found: dict[str, list[Followed]] = {}
    for part, record in pairs:
        found.setdefault(part, []).append(known[record.pk])
    return found
