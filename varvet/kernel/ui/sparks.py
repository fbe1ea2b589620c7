"""The small drawing beside a sentence on the start page: geometry only, in a box 150 wide and 40 high."""

from collections.abc import Iterator
from dataclasses import dataclass

from varvet.kernel.records.panels import Drawing, Spark

WIDTH, TOP, BOTTOM, MIDDLE = 150.0, 4.0, 36.0, 20.0
EDGE = 5.0  # room for the mark at either end
BAR = 0.72  # of the space for a month
LEAST_BAR = 1.5  # how high the lowest bar is drawn, so that a measured 0 is seen


@dataclass(frozen=True)
class Mark:
    """A dot by its centre, or a bar by its corner. `look` is plain, now, signal or silent."""

    x: float
    y: float
    look: str = "plain"
    width: float = 0
    height: float = 0


@dataclass(frozen=True)
class Drawn:
    """Paths and marks as SVG attributes. A line is cut where nobody measured."""

    drawing: str
    says: str
    paths: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    band: Mark | None = None


def drawn(spark: Spark) -> Drawn:
    draw = {Drawing.LINE: _line, Drawing.BARS: _bars, Drawing.DOTS: _dots}[spark.drawing]
    return draw(spark)


def _line(spark: Spark) -> Drawn:
    places = _places(spark)
    last = max((at for at, _, _ in places), default=-1)
    marks = [
        Mark(x, y, "signal" if at in spark.signals else "now")
        for at, x, y in places
        if at == last or at in spark.signals
    ]
    band = None
    if spark.band:
        low, high = (_up(value, _top(spark)) for value in spark.band)
        band = Mark(0, high, width=WIDTH, height=round(low - high, 1))
    return Drawn(spark.drawing, spark.says, tuple(_paths(places)), tuple(marks), band)


def _bars(spark: Spark) -> Drawn:
    space = WIDTH / max(len(spark.values), 1)
    bars = []
    for at, value in enumerate(spark.values):
        if value is not None:
            y = min(_up(value, _top(spark)), BOTTOM - LEAST_BAR)
            look = "now" if at == len(spark.values) - 1 else "plain"
            bars.append(Mark(round(at * space + 2, 1), y, look, round(space * BAR, 1), round(BOTTOM - y, 1)))
    return Drawn(spark.drawing, spark.says, marks=tuple(bars))


def _dots(spark: Spark) -> Drawn:
    dots = [Mark(_along(value), MIDDLE) for value in spark.values if value is not None]
    band = None
    if spark.band:
        start, end = (_along(value) for value in spark.band)
        band = Mark(start, MIDDLE - 7, width=round(end - start, 1), height=14)
        dots.append(Mark(end, MIDDLE, "silent"))
    return Drawn(spark.drawing, spark.says, marks=tuple(dots), band=band)


def _places(spark: Spark) -> list[tuple[int, float, float]]:
    """Which month, x and y, of those that were measured."""
    months = max(len(spark.values) - 1, 1)
    top = _top(spark)
    return [(at, _along(at / months), _up(value, top)) for at, value in enumerate(spark.values) if value is not None]


def _paths(places: list[tuple[int, float, float]]) -> Iterator[str]:
    """A path for each unbroken run of months."""
    run: list[str] = []
    before = None
    for at, x, y in places:
        if before is not None and at != before + 1:
            yield "M" + "L".join(run)
            run = []
        run.append(f"{x} {y}")
        before = at
    if run:
        yield "M" + "L".join(run)


def _top(spark: Spark) -> float:
    return max((value for value in (*spark.values, *(spark.band or ())) if value is not None), default=0) or 1


def _along(share: float) -> float:
    return round(EDGE + (WIDTH - 2 * EDGE) * share, 1)


def _up(value: float, top: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * value / top, 1)
