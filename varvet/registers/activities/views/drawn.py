"""The wheel as a drawing: rings by sort, marks by day. Pure geometry; what each mark is called comes ready."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin

from varvet.registers.activities.rules import Span

TURN = 2 * pi
LEAST_DAYS = 9  # what takes fewer is drawn as a dot
GAP = 0.008  # of a turn, between two marks in a ring
NAMES = (0.508, 0.48, 0.54, 0.56, 0.45, 0.58, 0.42, 0.39, 0.36)  # turns at which a name may end, the bottom first


@dataclass(frozen=True)
class Shape:
    """How a drawing is made: its side, and where the rings lie, in its own units."""

    name: str
    side: float
    outer: float
    inner: float
    months: float  # where their names stand
    widest: float  # of a ring
    letter: float  # as wide as one is on average, with room to spare


WIDE = Shape("wide", 592, 246, 92, 270, 27, 6.8)
NARROW = Shape("narrow", 336, 140, 58, 153, 15, 5.2)


@dataclass(frozen=True)
class Piece:
    """An occasion to draw. `state` is done, planned, late or not_done; `label` is all it says to who does not see."""

    lane: str
    first: date
    last: date
    state: str
    label: str
    href: str


@dataclass(frozen=True)
class Content:
    """`lanes` are code and name, the outermost first; `months` are the twelve names, January first."""

    year: Span
    lanes: Sequence[tuple[str, str]]
    pieces: Sequence[Piece]
    months: Sequence[str]

    def of(self, lane: str) -> list[Piece]:
        return [piece for piece in self.pieces if piece.lane == lane]


@dataclass(frozen=True)
class Mark:
    """A dot at (x, y), or an arc as a path; one of them."""

    state: str
    label: str
    href: str
    path: str = ""
    x: str = ""
    y: str = ""
    r: str = ""


@dataclass(frozen=True)
class Lane:
    """A ring, with the path along which its name is written."""

    label: str
    id: str
    r: str
    width: str
    path: str


@dataclass(frozen=True)
class Month:
    """Its name and where it stands, and the line at which it begins."""

    name: str
    current: bool
    x: str
    y: str
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Drawing:
    name: str
    side: str
    centre: str
    lanes: tuple[Lane, ...]
    months: tuple[Month, ...]
    marks: tuple[Mark, ...]
    today: tuple[str, str, str, str] | None


@dataclass(frozen=True)
class Ring:
    key: str
    radius: float
    width: float


class Pen:
    """Days as places on a circle: the year begins at the top and goes with the clock."""

    def __init__(self, shape: Shape, year: Span) -> None:
        self.shape, self.year = shape, year
        self.days = (year.last - year.first).days + 1
        self.centre = shape.side / 2

    def turn(self, day: date) -> float:
        """0 to 1."""
        return (day - self.year.first).days / self.days

    def point(self, turn: float, radius: float) -> tuple[float, float]:
        angle = turn * TURN - pi / 2
        return self.centre + radius * cos(angle), self.centre + radius * sin(angle)

    def sector(self, first: float, last: float, ring: Ring) -> str:
        """A piece of a ring, as a closed path."""
        outer, inner = ring.radius + ring.width * 0.38, ring.radius - ring.width * 0.38
        large = int(last - first > 0.5)
        a, b = self.point(first, outer), self.point(last, outer)
        c, d = self.point(last, inner), self.point(first, inner)
        return (
            f"M{_xy(a)}A{_n(outer)} {_n(outer)} 0 {large} 1 {_xy(b)}L{_xy(c)}"
            f"A{_n(inner)} {_n(inner)} 0 {large} 0 {_xy(d)}Z"
        )


def draw(shape: Shape, content: Content, today: date) -> Drawing:
    pen, lanes = Pen(shape, content.year), content.lanes
    rings = _rings(shape, [key for key, _ in lanes])
    marks = [mark for ring in rings for mark in _marks(pen, ring, content.of(ring.key))]
    return Drawing(
        name=shape.name,
        side=_n(shape.side),
        centre=_n(pen.centre),
        lanes=tuple(
            _lane(pen, ring, label, _free(pen, content.of(key), _length(pen, ring, label)))
            for ring, (key, label) in zip(rings, lanes, strict=True)
        ),
        months=tuple(_months(pen, today, content.months)),
        marks=tuple(marks),
        today=_today(pen, today),
    )


def _rings(shape: Shape, keys: Sequence[str]) -> list[Ring]:
    room = shape.outer - shape.inner
    pitch = min(room / max(1, len(keys)), shape.widest * 1.45)
    width = min(shape.widest, pitch * 0.82)
    return [Ring(key, shape.outer - pitch * (number + 0.5), width) for number, key in enumerate(keys)]


def _marks(pen: Pen, ring: Ring, pieces: Sequence[Piece]) -> list[Mark]:
    """In the order of their days; each begins where the one before it in the ring has ended."""
    made, taken = [], -1.0
    for piece in sorted(pieces, key=lambda one: one.last):
        last = pen.turn(min(piece.last, pen.year.last) + timedelta(days=1))
        first = max(pen.turn(max(piece.first, pen.year.first)), taken + GAP)
        is_long = last - first >= LEAST_DAYS / pen.days
        end = max(last, taken + GAP)
        made.append(_arc(pen, ring, piece, (first, last)) if is_long else _dot(pen, ring, piece, end))
        taken = end
    return made


def _arc(pen: Pen, ring: Ring, piece: Piece, between: tuple[float, float]) -> Mark:
    first, last = between
    return Mark(piece.state, piece.label, piece.href, path=pen.sector(first, last, ring))


def _dot(pen: Pen, ring: Ring, piece: Piece, turn: float) -> Mark:
    x, y = pen.point(turn, ring.radius)
    return Mark(piece.state, piece.label, piece.href, x=_n(x), y=_n(y), r=_n(ring.width * 0.25))


def _length(pen: Pen, ring: Ring, label: str) -> float:
    """Of a turn, that a ring's name takes."""
    return (len(label) + 1) * pen.shape.letter / (TURN * ring.radius)


def _free(pen: Pen, pieces: Sequence[Piece], length: float) -> float:
    """Where in the lower half a name of the ring ends without a mark under it; at the bottom where there is no room."""
    taken = [(pen.turn(one.first) - 2 * GAP, pen.turn(one.last) + 2 * GAP) for one in pieces]
    for ends in NAMES:
        if all(last < ends or first > ends + length for first, last in taken):
            return ends
    return NAMES[0]


def _lane(pen: Pen, ring: Ring, label: str, ends: float) -> Lane:
    """Its name is read along the ring, ending at that turn."""
    radius = ring.radius + ring.width * 0.16
    first, last = pen.point(ends + max(0.135, _length(pen, ring, label)), radius), pen.point(ends, radius)
    path = f"M{_xy(first)}A{_n(radius)} {_n(radius)} 0 0 0 {_xy(last)}"
    return Lane(label, f"lane-{pen.shape.name}-{ring.key}", _n(ring.radius), _n(ring.width), path)


def _months(pen: Pen, today: date, names: Sequence[str]) -> list[Month]:
    made, first = [], pen.year.first
    while first <= pen.year.last:
        after = first.replace(day=calendar.monthrange(first.year, first.month)[1]) + timedelta(days=1)
        x, y = pen.point((pen.turn(first) + pen.turn(after)) / 2, pen.shape.months)
        start = pen.point(pen.turn(first), pen.shape.inner * 0.98)
        end = pen.point(pen.turn(first), pen.shape.outer * 1.01)
        current = first <= today < after
        ends = (_n(start[0]), _n(start[1]), _n(end[0]), _n(end[1]))
        made.append(Month(names[first.month - 1], current, _n(x), _n(y + 5), *ends))
        first = after
    return made


def _today(pen: Pen, today: date) -> tuple[str, str, str, str] | None:
    if not pen.year.first <= today <= pen.year.last:
        return None
    a, b = pen.point(pen.turn(today), pen.shape.inner * 0.9), pen.point(pen.turn(today), pen.shape.outer * 1.03)
    return _n(a[0]), _n(a[1]), _n(b[0]), _n(b[1])


def _n(value: float) -> str:
    """Ready for an attribute: no reader's language may change its point."""
    return f"{value:.1f}"


def _xy(point: tuple[float, float]) -> str:
    return f"{_n(point[0])} {_n(point[1])}"
