"""The sheet on paper: a page to print, and the same as a file. Without notes: what was said stays on the screen."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.paper.value import Block, Column, Heading, Missing, Paper, Paragraph, Table
from varvet.kernel.records.panels import Drawing, Spark
from varvet.kernel.ui.papers import in_swedish
from varvet.kernel.ui.qr import qr_image
from varvet.kernel.ui.words import month_and_year
from varvet.registers.meetings import queries
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.views.shown_lines import LineShown, SectionShown, sections_of
from varvet.registers.meetings.views.shown_sheet import heading_of, words_of

LINES = 7  # to write on
COLUMNS = (Column("Att tala om", 3), Column("Läge", 2), Column("Nummer eller dag", 1.4))


def paper_page(request: PersonRequest, meeting: Meeting) -> dict[str, object]:
    found = queries.list_lines(meeting, request.reader.today)
    return {
        "meeting": meeting,
        "picture": qr_image(request.build_absolute_uri(reverse("meetings:page", args=[meeting.reference]))),
        "writing_lines": range(LINES),
        **_trend(meeting),
        **words_of(request.reader, meeting, found),
    }


def _trend(meeting: Meeting) -> dict[str, object]:
    """No drawing where nothing is counted."""
    months = queries.trend_of(meeting)
    values = tuple(None if month.value is None else float(month.value) for month in months)
    says = _("{first}–{last}").format(first=month_and_year(months[0].first), last=month_and_year(months[-1].first))
    return {
        "spark": Spark(Drawing.BARS, values, says) if any(value is not None for value in values) else None,
        "latest": months[-1].value,
        "latest_month": month_and_year(months[-1].first),
    }


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
