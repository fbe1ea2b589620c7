"""The Report value: everything a finished report says, as pure data that every renderer takes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from varvet.insight.annual_report.chart_data import ChartData, Measured, Number


class Align(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Span(StrEnum):
    TEXT = "text"  # 125 mm, as the running text
    FULL = "full"  # 165 mm, the whole block


class Role(StrEnum):
    BODY = "body"
    TOTAL = "total"


@dataclass(frozen=True)
class FigureRef:
    """Names a figure so that the web page can lead to the records behind it; other formats ignore it."""

    query: str


@dataclass(frozen=True)
class Run:
    """A piece of running text; note is a footnote after it, to the id of a heading, table or chart."""

    text: str
    note: str | None = None
    to: str | None = None
    figure: FigureRef | None = None


@dataclass(frozen=True)
class Heading:
    level: int  # 1 for a chapter, 2 and 3 under it, never skipped
    number: str  # "1", "2.1", "Bilaga A", or empty
    text: str
    id: str
    new_page: bool = False


@dataclass(frozen=True)
class Text:
    runs: tuple[Run, ...]

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Bullets:
    items: tuple[Text, ...]


@dataclass(frozen=True)
class Writing:
    """A place where text is still to be written; the prompt says what."""

    id: str
    prompt: str


@dataclass(frozen=True)
class Column:
    key: str  # unique in its table; totals and JSON use it
    label: str
    width: str = "1fr"  # or millimetres: "15mm"
    align: Align = Align.LEFT
    measured: Measured = Measured.WORDS
    previous_label: str = ""  # set when its cells also carry the year before
    sums_row: bool = False  # adds up the row's other figures: a total, not data of its own


@dataclass(frozen=True)
class Cell:
    """text is what people read; value and previous are the raw numbers behind it, None when there is none."""

    text: str
    sub: str = ""
    value: Number | None = None
    previous: Number | None = None
    ref: FigureRef | None = None


@dataclass(frozen=True)
class Row:
    """The first cell names the row and stands in the first column."""

    cells: tuple[Cell, ...]
    role: Role = Role.BODY
    key: str = ""  # what the row is called in data, where that is not its name as read

    @property
    def name(self) -> Cell:
        return self.cells[0]


@dataclass(frozen=True)
class Table:
    """columns include the first one, which names the rows. totals: column key and number, computed from the rows."""

    id: str
    label: str  # "Tabell 5"
    title: str  # what and years, no verb, no full stop
    counts: str  # what is counted
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    span: Span = Span.TEXT
    totals: tuple[tuple[str, Number], ...] = ()


@dataclass(frozen=True)
class Chart:
    """alt and reading come from the same data as the drawing, see chart_words."""

    id: str
    label: str  # "Figur 2"
    title: str
    counts: str
    alt: str
    reading: str
    data: ChartData
    notes: tuple[str, ...] = ()


Block: TypeAlias = Heading | Text | Bullets | Table | Chart | Writing


@dataclass(frozen=True)
class KeyFigure:
    value: str
    label: str
    compare: str  # "2022: 29"
    counts: str
    ref: FigureRef | None = None


@dataclass(frozen=True)
class Summary:
    """Three sentences, three key figures and one overview: the page most people read."""

    sentences: tuple[Text, ...]
    figures: tuple[KeyFigure, ...]
    overview: Table | None = None


@dataclass(frozen=True)
class Meta:
    title: str
    subtitle: str
    organisation: str
    owner: str
    period: str  # "1 januari–31 december 2023"
    year: int
    root: str
    template: str
    facts: tuple[tuple[str, str], ...]  # on the cover: ("Till", "Bromma stadsdelsnämnd")
    colophon: str

    @property
    def whose(self) -> str:
        """For the head of each page; a department that is the whole organisation is named once."""
        if self.subtitle == self.organisation:
            return self.organisation
        return f"{self.organisation} · {self.subtitle}"


@dataclass(frozen=True)
class Report:
    meta: Meta
    summary: Summary | None
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table in reading order, the overview first."""
        overview = (self.summary.overview,) if self.summary and self.summary.overview else ()
        return overview + tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def charts(self) -> tuple[Chart, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Chart))
