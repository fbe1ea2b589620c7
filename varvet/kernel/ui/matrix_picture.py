"""Risks drawn in the matrix: a white ring before, a black one after, an arrow between; or how many stand in each cell.

Geometry only, in a box 330 wide and 338 high: drawn for a phone, and larger on a wide screen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.ui.matrix import CONSEQUENCES, LEVELS, PROBABILITIES, SCALE, level_of

STEP, SIZE, LEFT = 60, 58, 26
RADIUS, HEAD = 9.0, 5.0
LANES, ROWS = (10.5, 29.2, 47.9), (40, 19)  # of rings in a cell; the upper right corner is the product's
MOST_DRAWN = 12  # risks; more would hide each other
Spot = tuple[int, int]  # consequence and probability, 1-5


@dataclass(frozen=True)
class Marked:
    """A risk as drawn: its number in the list beside, where it was, and where it is if something is done."""

    number: int
    name: str
    before: Spot
    after: Spot | None = None


@dataclass(frozen=True)
class Cell:
    """A square. With an address it can be chosen; `says` is what it is called, and how many stand in it."""

    x: int
    y: int
    product: int
    level: str
    count: int
    says: str
    href: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Ring:
    x: float
    y: float
    number: int
    look: str  # before or after


@dataclass(frozen=True)
class Arrow:
    path: str


@dataclass(frozen=True)
class Picture:
    """For the part's template. Rings where there are few, else counts."""

    alt: str
    cells: tuple[Cell, ...]
    rings: tuple[Ring, ...]
    arrows: tuple[Arrow, ...]
    marked: tuple[Marked, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]  # probability in words, and counts by consequence
    columns: tuple[str, ...]
    caption: str = ""

    @property
    def counts(self) -> bool:
        return not self.rings


def picture_of(
    counts: Mapping[Spot, int], marked: Sequence[Marked], hrefs: Mapping[Spot, str], chosen: Spot | None = None
) -> Picture:
    """`counts` are those that stand in each cell; `hrefs` where a cell leads. At most twelve are drawn one by one."""
    few = tuple(marked) if len(marked) <= MOST_DRAWN else ()
    rings, arrows = _rings(few)
    return Picture(
        alt=_alt(counts),
        cells=tuple(_cell((c, p), counts, hrefs, chosen) for p in reversed(SCALE) for c in SCALE),
        rings=rings,
        arrows=arrows,
        marked=few,
        rows=tuple((_named(p, PROBABILITIES), tuple(counts.get((c, p), 0) for c in SCALE)) for p in reversed(SCALE)),
        columns=tuple(_named(c, CONSEQUENCES) for c in SCALE),
    )


def _alt(counts: Mapping[Spot, int]) -> str:
    total = sum(counts.values())
    high = sum(count for (c, p), count in counts.items() if level_of(c, p) == "high")
    sentence = ngettext("{total} risk är bedömd.", "{total} risker är bedömda.", total).format(total=total)
    return f"{sentence} {ngettext('{high} är hög.', '{high} är höga.', high).format(high=high)}"


def _named(number: int, words: Mapping[int, str]) -> str:
    return f"{number} {_(words[number])}"


def _cell(spot: Spot, counts: Mapping[Spot, int], hrefs: Mapping[Spot, str], chosen: Spot | None) -> Cell:
    consequence, probability = spot
    level, count = level_of(consequence, probability), counts.get(spot, 0)
    x, y = _corner(spot)
    wording = ngettext(
        "Konsekvens {consequence}, sannolikhet {probability}, {level} risk: {count} risk",
        "Konsekvens {consequence}, sannolikhet {probability}, {level} risk: {count} risker",
        count,
    )
    says = wording.format(consequence=consequence, probability=probability, level=_(LEVELS[level]), count=count)
    return Cell(x, y, consequence * probability, level, count, says, hrefs.get(spot, ""), spot == chosen)


def _corner(spot: Spot) -> tuple[int, int]:
    consequence, probability = spot
    return LEFT + (consequence - 1) * STEP, (max(SCALE) - probability) * STEP


def _rings(marked: Sequence[Marked]) -> tuple[tuple[Ring, ...], tuple[Arrow, ...]]:
    taken: set[tuple[Spot, int]] = set()
    rings: list[Ring] = []
    arrows: list[Arrow] = []
    for one in marked:
        lane = _lane(one, taken)
        before = _ring(one, one.before, "before", lane)
        rings.append(before)
        if one.after is not None:
            after = _ring(one, one.after, "after", lane)
            rings.append(after)
            arrows.append(_arrow(before, after))
    return tuple(rings), tuple(arrows)


def _lane(one: Marked, taken: set[tuple[Spot, int]]) -> int:
    """The first in which nothing stands along its way, so that no arrow runs over another ring; else the last."""
    way = _way(one)
    free = [lane for lane in range(len(LANES) * len(ROWS)) if not any((spot, lane) in taken for spot in way)]
    lane = free[0] if free else len(LANES) * len(ROWS) - 1
    taken.update((spot, lane) for spot in way)
    return lane


def _way(one: Marked) -> list[Spot]:
    """The cells an arrow straight up or down passes; of one that goes aslant, its two ends."""
    if one.after is None or one.after == one.before:
        return [one.before]
    (consequence, first), (other, last) = one.before, one.after
    if consequence != other:
        return [one.before, one.after]
    return [(consequence, probability) for probability in range(min(first, last), max(first, last) + 1)]


def _ring(one: Marked, spot: Spot, look: str, lane: int) -> Ring:
    """Before and after in the same cell stand above each other."""
    x, y = _corner(spot)
    row, column = divmod(lane, len(LANES))
    down = ROWS[1] if one.after == one.before and look == "before" else ROWS[row]
    return Ring(round(x + LANES[column], 1), y + down, one.number, look)


def _arrow(before: Ring, after: Ring) -> Arrow:
    """From ring to ring, with its head just outside the second. Too near each other there is no room for one."""
    across, down = after.x - before.x, after.y - before.y
    length = hypot(across, down)
    if length <= 2 * RADIUS + HEAD:
        return Arrow("")
    along, beside = across / length, down / length
    start = (before.x + along * RADIUS, before.y + beside * RADIUS)
    end = (after.x - along * (RADIUS + 1), after.y - beside * (RADIUS + 1))
    wings = [(end[0] - HEAD * (along + side * beside), end[1] - HEAD * (beside - side * along)) for side in (0.6, -0.6)]
    points = [f"{x:.1f} {y:.1f}" for x, y in (start, end, wings[0], end, wings[1])]
    return Arrow(f"M{points[0]}L{points[1]}M{points[2]}L{points[3]}L{points[4]}")
