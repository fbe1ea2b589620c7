"""Where the marks of the page's drawings stand: bars in rows, a column a month, a line of silence. Geometry only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

ROW = 200.0  # how wide a bar in a row can be
LEAST = 2.0  # so that the smallest that is not nothing is seen
TOP, BASE, FOOT = 26.0, 176.0, 196.0  # of the columns: the highest, the axis, the names of the months
LEFT = 34.0  # room for the numbers of the axis
STEPS = (1, 2, 5)  # an axis goes by these, times a power of ten
LINES = 4  # lines across, at most


@dataclass(frozen=True)
class Month:
    """One column. `number` is None where the month has not come; `chosen` where the page is about it."""

    name: str
    number: int | None
    chosen: bool = False
    broken: bool = False  # from this month on counted in another way


@dataclass(frozen=True)
class Column:
    x: float
    y: float
    width: float
    height: float
    middle: float
    look: str
    name: str = ""
    text: str = ""

    @property
    def text_y(self) -> float:
        return round(self.y - 6, 1)


@dataclass(frozen=True)
class Line:
    y: float
    label_y: float
    text: str


@dataclass(frozen=True)
class Columns:
    """A drawing of months, in a box `width` wide and `height` high."""

    width: float
    height: float
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    breaks: tuple[float, ...]
    left: float = LEFT
    base: float = BASE
    top: float = TOP
    names_y: float = FOOT
    axis_x: float = LEFT - 8


@dataclass(frozen=True)
class Wait:
    """A row of silence: how long a gap usually is at most, and how long it is now; both as lengths of a bar."""

    usual: float | None
    now: float


def share(number: int, most: int) -> float:
    """How long a bar is: 0 for nothing, `ROW` for the most."""
    if number <= 0 or most <= 0:
        return 0.0
    return round(max(ROW * number / most, LEAST), 1)


def wait(usual: int | None, now: int, longest: int) -> Wait:
    return Wait(None if usual is None else _at_most(usual, longest), _at_most(now, longest))


def _at_most(days: int, longest: int) -> float:
    return share(min(days, longest), longest)


def columns(months: Sequence[Month], width: float, every: int) -> Columns:
    """Every so many months is named, counted from the last."""
    steps = ticks(max((month.number or 0 for month in months), default=0))
    space = (width - LEFT) / max(len(months), 1)
    labelled = _labelled(months)
    drawn = []
    for place, month in enumerate(months):
        name = month.name if (len(months) - 1 - place) % every == 0 else ""
        text = str(month.number) if place in labelled else ""
        drawn.append(replace(_column(month, place, space, steps[-1]), name=name, text=text))
    return Columns(
        width=width,
        height=FOOT + 8,
        columns=tuple(drawn),
        lines=tuple(Line(_up(n, steps[-1]), _up(n, steps[-1]) + 5, str(n)) for n in steps[1:]),
        breaks=tuple(round(LEFT + place * space, 1) for place, month in enumerate(months) if month.broken),
    )


def ticks(most: int) -> list[int]:
    """Round numbers from 0 to the most or just above, at most five of them."""
    rounds = (part * 10**power for power in count() for part in STEPS)
    step = next(step for step in rounds if step * LINES >= most)
    return list(range(0, max(most, 1) + step, step))[: LINES + 1]


def _labelled(months: Sequence[Month]) -> set[int]:
    """The columns whose number is written out: those the page is about and the highest of all."""
    most = max((month.number or 0 for month in months), default=0)
    chosen = {place for place, month in enumerate(months) if month.chosen and month.number is not None}
    return chosen | {place for place, month in enumerate(months) if month.number and month.number == most}


def _column(month: Month, place: int, space: float, top: int) -> Column:
    left, y = LEFT + place * space, _up(month.number or 0, top)
    return Column(
        x=round(left + space * 0.16, 1),
        y=y,
        width=round(space * 0.68, 1),
        height=round(BASE - y, 1),
        middle=round(left + space / 2, 1),
        look="bar" if month.chosen else "bar3",
    )


def _up(number: int, top: int) -> float:
    return round(BASE - (BASE - TOP) * number / top, 1)
