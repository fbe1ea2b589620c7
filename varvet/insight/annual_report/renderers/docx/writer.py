"""Writes the blocks of a report into a Word document, in order."""

from collections.abc import Mapping, Sequence

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.drawings import Drawing
from varvet.insight.annual_report.renderers.docx.footnotes import Footnotes
from varvet.insight.annual_report.renderers.docx.tables import add_table
from varvet.insight.annual_report.value import (
    Block,
    Bullets,
    Chart,
    Heading,
    KeyFigure,
    Report,
    Run,
    Summary,
    Table,
    Text,
    Writing,
)
from varvet.kernel.paper.docx.pieces import (
    Bookmarks,
    add_field,
    add_link,
    add_picture,
    field_code,
    field_mark,
)
from varvet.kernel.paper.docx.styles import ACCENT, MUTED

POINT = 25.4 / 72  # mm
SUMMARY = Heading(1, "", "Sammanfattning", "summary", new_page=True)


class Writer:
    def __init__(self, doc: Document, pictures: Mapping[str, Drawing]) -> None:
        self.doc, self.pictures = doc, pictures
        self.notes, self.bookmarks = Footnotes(doc), Bookmarks()
        self.after_figure = False
        self.targets: set[str] = set()
        self.own_page: set[str] = set()

    def write(self, report: Report) -> None:
        self.targets = {b.id for b in report.blocks if isinstance(b, Heading | Table | Chart)}
        chapters = [h for h in report.headings if h.level == 1]
        self.own_page = {SUMMARY.id, *[h.id for h in chapters[:1]], *[h.id for h in chapters if not h.number.isdigit()]}
        if report.summary:
            self.summary(report.summary)
        self.contents([SUMMARY, *report.headings] if report.summary else list(report.headings))
        for block in report.blocks:
            self.block(block)
            self.after_figure = isinstance(block, Table | Chart)

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self.heading(block)
            case Text():
                self.text(block)
            case Bullets():
                for item in block.items:
                    self.runs(self.doc.add_paragraph(style="List Bullet"), item.runs)
            case Writing():
                paragraph = self.doc.add_paragraph(style="To Be Written")
                paragraph.add_run("Här skriver ni: ").bold = True
                paragraph.add_run(block.prompt)
            case Table():
                self.table(block)
            case Chart():
                self.chart(block)

    def heading(self, heading: Heading) -> None:
        paragraph = self.doc.add_paragraph(style=f"Heading {heading.level}")
        if heading.number:
            paragraph.add_run(heading.number + "\u2002")
        paragraph.add_run(heading.text)
        if heading.id in self.own_page:  # elsewhere Word may flow: the file will be edited
            paragraph.paragraph_format.page_break_before = True
            paragraph.paragraph_format.space_before = Pt(0)
        self.bookmarks.around(paragraph, heading.id)

    def text(self, text: Text) -> None:
        paragraph = self.doc.add_paragraph(style="Body Text")
        if self.after_figure:
            paragraph.paragraph_format.space_before = Pt(16)
        self.runs(paragraph, text.runs)

    def runs(self, paragraph: Paragraph, runs: Sequence[Run]) -> None:
        for run in runs:
            if run.to in self.targets and run.to is not None:
                add_link(paragraph, run.text, run.to)
            elif run.text:
                paragraph.add_run(run.text)
            if run.note:
                self.notes.add(paragraph, run.note)

    def caption(self, item: Table | Chart) -> None:
        """The number is a field, so that Word renumbers when tables are moved."""
        paragraph = self.doc.add_paragraph(style="Caption")
        word, _, number = item.label.partition(" ")
        labels = [paragraph.add_run(word + (" " if number.isdigit() else ""))]
        labels += add_field(paragraph, f"SEQ {word} \\* ARABIC", number) if number.isdigit() else []
        for run in labels:
            run.font.color.rgb = ACCENT
        paragraph.add_run("\u2002" + item.title)
        self.bookmarks.around(paragraph, item.id)
        self.doc.add_paragraph(item.counts, style="Table Count")

    def table(self, table: Table) -> None:
        self.caption(table)
        add_table(self.doc, table)
        self.table_notes(table.notes)

    def table_notes(self, notes: Sequence[str]) -> None:
        for i, note in enumerate(notes, 1):
            self.doc.add_paragraph(note, style="Table Note").paragraph_format.keep_with_next = i < len(notes)

    def chart(self, chart: Chart) -> None:
        self.caption(chart)
        drawing = self.pictures[chart.id]
        add_picture(self.doc.add_paragraph(style="Figure"), drawing.png, drawing.width * POINT, chart.alt)
        reading = self.doc.add_paragraph(chart.reading, style="Reading")
        reading.paragraph_format.keep_with_next = bool(chart.notes)
        self.table_notes(chart.notes)

    def summary(self, summary: Summary) -> None:
        self.heading(SUMMARY)
        for sentence in summary.sentences:
            self.runs(self.doc.add_paragraph(style="Lead"), sentence.runs)
        for figure in summary.figures:
            self.key_figure(figure)
        if summary.overview:
            self.table(summary.overview)

    def key_figure(self, figure: KeyFigure) -> None:
        paragraph = self.doc.add_paragraph(style="Key Figure")
        paragraph.add_run(figure.value).style = "Key Number"
        paragraph.add_run("\t" + figure.label).bold = True
        paragraph.add_run(f" ({figure.compare}). " if figure.compare else ". ")
        paragraph.add_run(formats.sentence_start(figure.counts) + ".").font.color.rgb = MUTED

    def contents(self, headings: Sequence[Heading]) -> None:
        """Entries are written as links, without page numbers until Word is asked for them."""
        title = self.doc.add_paragraph("Innehåll", style="TOC Heading")
        title.paragraph_format.page_break_before = True
        shown = [heading for heading in headings if heading.level <= 2]
        for i, heading in enumerate(shown):
            paragraph = self.doc.add_paragraph(style=f"toc {heading.level}")
            if i == 0:  # the field starts in the first entry and ends after the last
                field_mark(paragraph, "begin")
                field_code(paragraph, 'TOC \\o "1-2" \\h \\z \\u')
                field_mark(paragraph, "separate")
            number = heading.number + "\u2002" if heading.number else ""
            add_link(paragraph, number + heading.text, heading.id)
            if i == len(shown) - 1:
                field_mark(paragraph, "end")
