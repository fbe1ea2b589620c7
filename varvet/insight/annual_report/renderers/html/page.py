"""What the web page shows of a report: parts ready for the templates, with links, notes and both drawings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import TypeAlias

from django.utils.safestring import SafeString

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_tables import as_table
from varvet.insight.annual_report.drawings import Drawing, Drawings, Look
from varvet.insight.annual_report.value import (
    Align,
    Block,
    Bullets,
    Cell,
    Chart,
    FigureRef,
    Heading,
    KeyFigure,
    Report,
    Role,
    Row,
    Run,
    Table,
    Text,
    Writing,
)

Link: TypeAlias = Callable[[FigureRef], str | None]
SCREEN_CLASS = {Look.WIDE: "dr only-wide", Look.PHONE: "dr only-narrow"}


@dataclass(frozen=True)
class Note:
    number: int
    text: str


@dataclass(frozen=True)
class Piece:
    """Running text; is_figure when the link leads to the records behind a number."""

    text: str
    href: str = ""
    is_figure: bool = False
    note: Note | None = None


@dataclass(frozen=True)
class CellShown:
    text: str
    sub: str
    href: str
    css: str


@dataclass(frozen=True)
class TableShown:
    table: Table
    head: tuple[CellShown, ...]
    body: tuple[tuple[CellShown, ...], ...]
    foot: tuple[tuple[CellShown, ...], ...]


@dataclass(frozen=True)
class Part:
    """One block; kind says which of the fields the template reads."""

    kind: str
    heading: Heading | None = None
    pieces: tuple[Piece, ...] = ()
    items: tuple[tuple[Piece, ...], ...] = ()
    shown: TableShown | None = None
    chart: Chart | None = None
    drawings: tuple[SafeString, ...] = ()
    writing: Writing | None = None

    @property
    def notes(self) -> list[Note]:
        return [piece.note for piece in self.pieces if piece.note]


@dataclass(frozen=True)
class Section:
    """A chapter. The first one has no heading when a report begins with text."""

    heading: Heading | None
    parts: tuple[Part, ...]

    @property
    def subheadings(self) -> list[Heading]:
        return [part.heading for part in self.parts if part.heading and part.heading.level == 2]


@dataclass(frozen=True)
class KeyShown:
    figure: KeyFigure
    href: str


@dataclass(frozen=True)
class Page:
    report: Report
    key_figures: tuple[KeyShown, ...]
    sentences: tuple[tuple[Piece, ...], ...]
    overview: TableShown | None
    sections: tuple[Section, ...]


def no_link(_ref: FigureRef) -> str | None:
    return None


def page_of(report: Report, drawings: Drawings, link: Link = no_link) -> Page:
    """link gives the address behind a figure, or None for those who may not see it."""
    maker = PageMaker(drawings, link, {b.id for b in report.blocks if isinstance(b, Heading | Table | Chart)})
    said = report.summary
    return Page(
        report=report,
        key_figures=tuple(KeyShown(k, maker.address(k.ref)) for k in said.figures) if said else (),
        sentences=tuple(maker.pieces(sentence.runs) for sentence in said.sentences) if said else (),
        overview=maker.table(said.overview) if said and said.overview else None,
        sections=tuple(maker.sections(report.blocks)),
    )


@dataclass
class PageMaker:
    drawings: Drawings
    link: Link
    targets: set[str]
    notes: list[Note] = field(default_factory=list)

    def sections(self, blocks: Sequence[Block]) -> Iterator[Section]:
        """A section begins at each heading of the first level, and at the top when text comes before one."""
        starts = [i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
        edges = sorted({0, *starts, len(blocks)})
        for start, end in pairwise(edges):
            first = blocks[start]
            heading = first if isinstance(first, Heading) and first.level == 1 else None
            yield Section(heading, tuple(self.part(block) for block in blocks[start + (heading is not None) : end]))

    def part(self, block: Block) -> Part:
        match block:
            case Heading():
                return Part("heading", heading=block)
            case Text():
                return Part("text", pieces=self.pieces(block.runs))
            case Bullets():
                return Part("list", items=tuple(self.pieces(item.runs) for item in block.items))
            case Writing():
                return Part("writing", writing=block)
            case Table():
                return Part("table", shown=self.table(block))
            case Chart():
                drawn = tuple(on_page(self.drawings.get(block, look), block, look) for look in SCREEN_CLASS)
                return Part("chart", chart=block, drawings=drawn, shown=self.table(as_table(block)))

    def pieces(self, runs: Sequence[Run]) -> tuple[Piece, ...]:
        return tuple(self.piece(run) for run in runs)

    def piece(self, run: Run) -> Piece:
        note = None
        if run.note:
            note = Note(len(self.notes) + 1, run.note)
            self.notes.append(note)
        if run.to in self.targets:
            return Piece(run.text, f"#{run.to}", note=note)
        href = self.address(run.figure)
        return Piece(run.text, href, is_figure=bool(href), note=note)

    def address(self, ref: FigureRef | None) -> str:
        return (self.link(ref) or "") if ref else ""

    def table(self, table: Table) -> TableShown:
        head = tuple(CellShown(c.label, "", "", "r" if c.align is Align.RIGHT else "") for c in table.columns)
        lines = [(row.role, self.row(row, table)) for row in table.rows]
        body = tuple(line for role, line in lines if role is Role.BODY)
        return TableShown(table, head, body, tuple(line for role, line in lines if role is Role.TOTAL))

    def row(self, row: Row, table: Table) -> tuple[CellShown, ...]:
        return tuple(
            CellShown(cell.text, cell.sub, self.address(cell.ref), css(cell, column.align))
            for cell, column in zip(row.cells, table.columns, strict=True)
        )


def css(cell: Cell, align: Align) -> str:
    right = "r" if align is Align.RIGHT else ""
    return f"{right} z".strip() if formats.is_nothing(cell.text) else right


def on_page(drawing: Drawing, chart: Chart, look: Look) -> SafeString:
    """The drawing is made by us and the words from outside are escaped here."""
    said = f'class="{SCREEN_CLASS[look]}" role="img" aria-label="{escape(chart.alt)}"'
    return SafeString(drawing.svg.replace("<svg ", f"<svg {said} ", 1))
