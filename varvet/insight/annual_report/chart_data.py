"""What each kind of chart shows, as plain numbers: no drawing and no wording here."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Missing(StrEnum):
    """Why a value is not a number."""

    NOT_MEASURED = "not_measured"
    HIDDEN = "hidden"  # counted, but too few to show


class Measured(StrEnum):
    """What the numbers of a column or a chart are."""

    WORDS = "words"
    COUNT = "count"
    PERCENT = "percent"  # 0-100, as printed
    DAYS = "days"
    DECIMAL = "decimal"  # one place


Number: TypeAlias = int | float
Amount: TypeAlias = int | float | Missing


@dataclass(frozen=True)
class DeadlineSlot:
    label: str  # on the axis: "jan", "jan–mar"
    said: str  # in words: "januari", "kvartal 1"
    counted: Amount
    late: Amount


@dataclass(frozen=True)
class DeadlinePanel:
    title: str  # "Förhandsbedömningar över 14 dagar"
    noun: str  # plural: "förhandsbedömningar"
    slots: tuple[DeadlineSlot, ...]
    none: str = "ingen"  # "ingen av 170", or "inget" for a neuter noun


@dataclass(frozen=True)
class DeadlineColumns:
    """Cases per month or quarter and how many of them were late. One or two panels."""

    panels: tuple[DeadlinePanel, ...]
    all_label: str = "alla som kom in"
    late_label: str = "försenade"
    gap_label: str = "inte mätt"


@dataclass(frozen=True)
class DotRow:
    name: str
    unit: str
    before: Amount  # percent 0-100
    now: Amount  # percent 0-100
    low: float | None = None  # 95 % interval in percent, only for a sample
    high: float | None = None


@dataclass(frozen=True)
class DotChange:
    """A share before and now for each row, with its interval where the result is a sample."""

    before_label: str
    now_label: str
    rows: tuple[DotRow, ...]
    noun: str = "resultat"  # plural: "resultat", "egenkontroller"


@dataclass(frozen=True)
class SquareGroup:
    name: str
    count: Amount


@dataclass(frozen=True)
class Squares:
    """One square for each counted thing, gravest group first."""

    one: str  # singular: "rapport"
    many: str  # definite plural: "rapporterna"
    groups: tuple[SquareGroup, ...]


@dataclass(frozen=True)
class LinePanel:
    name: str
    first: tuple[Amount, ...]  # as long as the periods
    second: tuple[Amount, ...]


@dataclass(frozen=True)
class SmallLines:
    """Two series over some periods, one small panel for each kind, all on one scale."""

    periods: tuple[str, ...]
    first_name: str  # drawn solid and strong: "klagomål"
    second_name: str  # drawn dashed: "positiva synpunkter"
    panels: tuple[LinePanel, ...]


@dataclass(frozen=True)
class BarRow:
    name: str
    now: Amount
    before: Amount = Missing.NOT_MEASURED


@dataclass(frozen=True)
class Bars:
    """Horizontal bars from zero, the year before as a mark."""

    now_label: str
    before_label: str
    noun: str  # plural: "avvikelser"
    measured: Measured
    rows: tuple[BarRow, ...]


@dataclass(frozen=True)
class SlopeLine:
    name: str
    before: Amount
    now: Amount


@dataclass(frozen=True)
class Slope:
    """Two years joined by a line for each name; the largest change is drawn strong."""

    before_label: str
    now_label: str
    noun: str  # plural: "klagomål"
    measured: Measured
    lines: tuple[SlopeLine, ...]


ChartData: TypeAlias = DeadlineColumns | DotChange | Squares | SmallLines | Bars | Slope
