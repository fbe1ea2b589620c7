"""What a unit's page says, as plain values: sentences, tables with bars, months, lead times, silence and what waits."""

from dataclasses import dataclass

from varvet.insight.unit_page.drawn import Columns, Wait
from varvet.kernel.records.panels import Figure, Sentence
from varvet.kernel.ui.lists import Tab


@dataclass(frozen=True)
class BarRow:
    """`bar` and `bar_before` are widths; `href` leads to what the row names."""

    name: str
    number: Figure
    before: int
    bar: float
    bar_before: float
    href: str = ""


@dataclass(frozen=True)
class BarTable:
    """Bars in the rows of a table, the largest first. `reading` is one sentence, `counts` says what is counted."""

    id: str
    reading: str
    counts: str
    caption: str
    head: str
    rows: tuple[BarRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class MonthRow:
    name: str
    number: Figure | None  # None where the month has not come


@dataclass(frozen=True)
class Months:
    reading: str
    alt: str
    wide: Columns
    phone: Columns
    rows: tuple[MonthRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TimeRow:
    """How long a step took. Texts are ready to be read; `median` says when there were too few."""

    name: str
    number: Figure
    median: str
    half: str
    longest: str
    before: str


@dataclass(frozen=True)
class Times:
    reading: str
    rows: tuple[TimeRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SilenceRow:
    name: str
    days: str
    said: str
    wait: Wait
    unusual: bool
    href: str = ""


@dataclass(frozen=True)
class SilenceTable:
    reading: str
    rows: tuple[SilenceRow, ...]


@dataclass(frozen=True)
class WaitingRow:
    """Open records of one register in one state."""

    register: str
    state: str
    count: int
    oldest: str
    href: str = ""


@dataclass(frozen=True)
class Waiting:
    reading: str
    rows: tuple[WaitingRow, ...]


@dataclass(frozen=True)
class Choice:
    id: int
    name: str
    chosen: bool


@dataclass(frozen=True)
class Around:
    """Ways to other units and periods."""

    lengths: tuple[Tab, ...]
    earlier: Tab
    later: Tab | None
    units: tuple[Choice, ...]
    code: str
    compilation: Tab


@dataclass(frozen=True)
class UnitPage:
    unit: str
    period: str
    span: str
    sentences: tuple[Sentence, ...]
    breaks: tuple[str, ...]
    around: Around
    months: Months
    types: BarTable | None
    tables: tuple[BarTable, ...]
    times: Times | None
    silence: SilenceTable
    waiting: Waiting
