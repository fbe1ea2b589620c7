"""Shares with their intervals as rows of a chart: a pale line, a dot, and the same figures as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

LINES = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class IntervalRow:
    """Shares 0-1. `text` stands at the right, such as "14 av 20"; `before` is drawn in grey, above what is now."""

    label: str
    share: float
    low: float
    high: float
    text: str
    is_before: bool = False


@dataclass(frozen=True)
class IntervalChart:
    """`alt` says in a sentence what the chart shows; `target` is a share, or None."""

    rows: Sequence[IntervalRow]
    alt: str
    target: float | None = None


@dataclass(frozen=True)
class Drawn:
    """A row as SVG attributes, in percent of the width."""

    row: IntervalRow
    start: float
    width: float
    at: float
    share: int
    low: int
    high: int


def drawn(chart: IntervalChart) -> dict[str, object]:
    """For the part's template."""
    return {
        "chart": chart,
        "rows": [_drawn(row) for row in chart.rows],
        "lines": LINES,
        "target": None if chart.target is None else _percent(chart.target),
    }


def _drawn(row: IntervalRow) -> Drawn:
    low, high = _percent(row.low), _percent(row.high)
    shares = (int(100 * value + 0.5 + 1e-9) for value in (row.share, row.low, row.high))
    return Drawn(row, low, round(high - low, 1), _percent(row.share), *shares)


def _percent(share: float) -> float:
    return round(100 * share, 1)
