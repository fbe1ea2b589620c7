"""The sheet as a document to save: a Swedish one, whoever takes it out. Without notes, as on the printed page."""

from collections.abc import Iterator

from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.paper.value import Block, Column, Heading, Missing, Paper, Paragraph, Table
from varvet.kernel.ui.papers import in_swedish
from varvet.registers.meetings import queries
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.views.shown_lines import LineShown, SectionShown, sections_of
from varvet.registers.meetings.views.shown_sheet import heading_of, words_of

COLUMNS = (Column("Att tala om", 3), Column("Läge", 2), Column("Nummer eller dag", 1.4))


def document(reader: Reader, meeting: Meeting) -> Paper:
    return in_swedish(lambda: _paper(reader, meeting))


def _paper(reader: Reader, meeting: Meeting) -> Paper:
    now = timezone.now()
    found = queries.list_lines(meeting, reader.today)
    return Paper(
        title=heading_of(meeting),
        kind="Blad till arbetsplatsträff",
        reference=meeting.reference,
        sender=meeting.root.name,
        place=meeting.unit.name,
        day=timezone.localdate(now),
        blocks=tuple(_blocks(reader, meeting, sections_of(reader, meeting, found))),
        colophon=f"Framtaget {timezone.localtime(now):%Y-%m-%d kl. %H.%M}. Inga uppgifter om enskilda.",
    )


def _blocks(reader: Reader, meeting: Meeting, sections: tuple[SectionShown, ...]) -> Iterator[Block]:
    for section in sections:
        yield Heading(1, section.label)
        if section.lines:
            yield Table(section.label, COLUMNS, tuple(_cells(line) for line in section.lines))
        else:
            yield Missing("Inget har kommit in. Tala om varför.")
    words = words_of(reader, meeting, queries.list_lines(meeting, reader.today))
    yield Heading(1, "Tala om")
    yield Paragraph(str(words["question"] or words["asked"]))


def _cells(line: LineShown) -> tuple[str, ...]:
    name = f"{line.called} ({line.times})" if line.times else line.called
    state = line.outcome or ". ".join(filter(None, (line.sentence.rstrip("."), *line.measures)))
    due = f"{line.line.due_on:%Y-%m-%d}" if line.line.due_on else ""
    return name, state or "–", due or line.numbers or "–"
