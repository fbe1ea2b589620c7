"""A curve of how many were done by each day from the deadline: geometry for the drawing, and the rows of its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from varvet.extracts.checks.results import Curves
from varvet.extracts.checks.survival import Step
from varvet.kernel.ui import words

WIDTH, HEIGHT = 560, 240
LEFT, RIGHT, TOP, BOTTOM = 48, 12, 12, 34
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
MOST_ROWS = 40


@dataclass(frozen=True)
class Mark:
    """A line across with its words."""

    at: float
    text: str


@dataclass(frozen=True)
class Row:
    days: int
    share: str
    at_risk: str


@dataclass(frozen=True)
class Curve:
    """Paths as SVG attributes. `deadline` is where the deadline stands; `extended` is empty where nothing was."""

    path: str
    extended: str
    deadline: float
    shares: tuple[Mark, ...]
    days: tuple[Mark, ...]
    rows: tuple[Row, ...]
    extended_rows: tuple[Row, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def curve_of(curves: Curves) -> Curve | None:
    """None where no case came to an end."""
    steps = [*curves.ordinary, *curves.extended]
    if not steps:
        return None
    first, last = min(0, *(step.days for step in steps)), max(0, *(step.days for step in steps))
    scale = _Scale(first, max(last, first + 1))
    ends = dict.fromkeys((scale.first, 0, scale.last))
    return Curve(
        path=scale.path(curves.ordinary),
        extended=scale.path(curves.extended),
        deadline=scale.across(0),
        shares=tuple(Mark(scale.up(share), f"{share * 100:.0f}") for share in SHARES),
        days=tuple(Mark(scale.across(day), str(day)) for day in ends),
        rows=_rows(curves.ordinary),
        extended_rows=_rows(curves.extended),
    )


@dataclass(frozen=True)
class _Scale:
    first: int
    last: int

    def across(self, days: int) -> float:
        share = (days - self.first) / (self.last - self.first)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def up(self, share: float) -> float:
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    def path(self, steps: Sequence[Step]) -> str:
        """In steps: the share holds until the next day on which something ended."""
        if not steps:
            return ""
        drawn = f"M{self.across(self.first)} {self.up(0)}"
        for step in steps:
            drawn += f"H{self.across(step.days)}V{self.up(step.share)}"
        return f"{drawn}H{self.across(self.last)}"


def _rows(steps: Sequence[Step]) -> tuple[Row, ...]:
    """All of them, or so many at even distances; the last day always."""
    every = -(-len(steps) // MOST_ROWS) if steps else 1
    shown = [step for at, step in enumerate(steps) if at % every == 0 or at == len(steps) - 1]
    return tuple(Row(step.days, words.percent(step.share), words.integer(step.at_risk)) for step in shown)
