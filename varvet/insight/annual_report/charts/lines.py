"""Small panels on one scale: two series over some periods for each kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, TypeAlias

import altair as alt

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Amount, LinePanel, Missing, SmallLines
from varvet.insight.annual_report.charts import canvas
from varvet.insight.annual_report.charts.canvas import ALERT, MUTED, QUIET, Box, Word
from varvet.insight.annual_report.drawings import WIDTH, Drawing, Look

HEAD, FOOT, ROW_GAP, COLUMN_GAP, AXIS = 18, 16, 14, 32, 18
TALL = 78  # height of a panel
NEAR = 11  # labels closer than this are moved apart
Spots: TypeAlias = list[tuple[float, float | None]]  # (x, y) in points, None where nothing is known


@dataclass(frozen=True)
class LineStyle:
    colour: str
    width: float
    dash: tuple[int, int]


SOLID, DASHED = LineStyle(ALERT, 2, (1, 0)), LineStyle(QUIET, 1.3, (3, 2))


def draw(data: SmallLines, look: Look) -> Drawing:
    columns = 2 if look is Look.PHONE else 4
    boxes = places(len(data.panels), columns, look)
    values = [v for p in data.panels for v in (*p.first, *p.second) if not isinstance(v, Missing)]
    top = canvas.nice_top(max([*values, 1]))
    layers = [*frame(boxes, top, columns), *period_labels(data, boxes)]
    layers.append(
        canvas.panel_names([Word(b.left, b.top - 11, p.name) for p, b in zip(data.panels, boxes, strict=True)])
    )
    layers += series([spots(p.second, b, top) for p, b in zip(data.panels, boxes, strict=True)], DASHED)
    layers += series([spots(p.first, b, top) for p, b in zip(data.panels, boxes, strict=True)], SOLID)
    ends = [end_labels(p, b, top) for p, b in zip(data.panels, boxes, strict=True)]
    layers.append(canvas.words([first for first, _ in ends], fontSize=9.5, fontWeight=600, color=ALERT))
    layers.append(canvas.words([second for _, second in ends], fontSize=9.5, color=QUIET))
    layers += series_names(data, boxes[0], top) if boxes else []
    return canvas.finish(layers, look, (boxes[-1].bottom if boxes else 0) + FOOT)


def places(panels: int, columns: int, look: Look) -> list[Box]:
    width = (WIDTH[look] - AXIS - COLUMN_GAP * columns + 6) / columns
    pitch = HEAD + TALL + FOOT + ROW_GAP
    return [
        Box(AXIS + (width + COLUMN_GAP) * (i % columns), HEAD + pitch * (i // columns), width, TALL)
        for i in range(panels)
    ]


def height_of(value: float, box: Box, top: float) -> float:
    return box.bottom - value / top * box.height


def frame(boxes: list[Box], top: float, columns: int) -> list[alt.Chart]:
    """Three hairlines in each panel, numbered in the first of each row."""
    ticks = (0, top / 2, top)
    lines = [canvas.Line(b.left, b.right, height_of(v, b, top)) for b in boxes for v in ticks]
    numbers = [Word(b.left - 4, height_of(v, b, top), formats.integer(int(v))) for b in boxes[::columns] for v in ticks]
    return [canvas.hairlines(lines), canvas.words(numbers, fontSize=8.5, color=MUTED, align="right")]


def period_labels(data: SmallLines, boxes: list[Box]) -> list[alt.Chart]:
    first = [Word(box.left, box.bottom + 9, data.periods[0]) for box in boxes]
    last = [Word(box.right, box.bottom + 9, data.periods[-1]) for box in boxes]
    return [
        canvas.words(first, fontSize=8.5, color=MUTED),
        canvas.words(last, fontSize=8.5, color=MUTED, align="right"),
    ]


def spots(values: tuple[Amount, ...], box: Box, top: float) -> Spots:
    step = box.width / max(1, len(values) - 1)
    return [
        (box.left + step * i, None if isinstance(v, Missing) else height_of(v, box, top)) for i, v in enumerate(values)
    ]


def spot_rows(panel: int, line: Spots) -> Iterator[dict[str, Any]]:
    """What is known, in stretches without a gap. A value alone in its stretch and the last one get a dot."""
    for stretch, (known, found) in enumerate(groupby(enumerate(line), key=lambda item: item[1][1] is not None)):
        run = list(found) if known else []
        for i, (x, y) in run:
            dot = len(run) == 1 or i == len(line) - 1
            yield {"stretch": f"{panel} {stretch}", "x": x, "y": y, "dot": dot}


def series(lines: list[Spots], style: LineStyle) -> list[alt.Chart]:
    """One line in each panel, broken where a value is missing."""
    rows = [row for panel, line in enumerate(lines) for row in spot_rows(panel, line)]
    base = canvas.marks(rows).encode(x=canvas.across(), y=canvas.down())
    line = base.mark_line(color=style.colour, strokeWidth=style.width, strokeDash=list(style.dash))
    dots = base.transform_filter("datum.dot").mark_point(size=18, fill=style.colour, stroke=style.colour, opacity=1)
    return [line.encode(detail=alt.Detail("stretch", type="nominal")), dots]


def end_labels(panel: LinePanel, box: Box, top: float) -> tuple[Word, Word]:
    values = (panel.first[-1], panel.second[-1])
    first, second = (box.bottom if isinstance(v, Missing) else height_of(v, box, top) for v in values)
    move = max(0.0, NEAR - abs(first - second)) / 2 * (1 if first >= second else -1)
    x = box.right + 5
    return Word(x, first + move, formats.amount(values[0])), Word(x, second - move, formats.amount(values[1]))


def series_names(data: SmallLines, box: Box, top: float) -> list[alt.Chart]:
    """Written beside the lines of the first panel: each nearest its own line, where there is most air."""
    first, second = (spots(values, box, top) for values in (data.panels[0].first, data.panels[0].second))
    strong = best_place(data.first_name, first, [second], box)
    quiet = best_place(data.second_name.split()[0], second, [first, [(strong.x, strong.y), (box.right, strong.y)]], box)
    return [canvas.words([strong], color=ALERT, fontWeight=600), canvas.words([quiet], color=QUIET)]


def best_place(name: str, own: Spots, others: list[Spots], box: Box) -> Word:
    return max(
        candidates(name, own, box), key=lambda word: air(word, own, others), default=Word(box.left, box.top + 6, name)
    )


def candidates(name: str, line: Spots, box: Box) -> list[Word]:
    left = box.right - canvas.LETTER * len(name)
    places = [(min(x, left), y + offset) for x, y in line if y is not None for offset in (-14, -9, 9, 14)]
    return [Word(x, y, name) for x, y in places if box.top + 4 <= y <= box.bottom - 5]


def air(word: Word, own: Spots, others: list[Spots]) -> float:
    """Least distance to any line, at most 10 points; much less where another line is the nearest."""
    reach = [word.x + canvas.LETTER * len(word.text) * part / 4 for part in range(5)]
    mine = min([abs(word.y - y) for x in reach if (y := height_at(own, x)) is not None], default=10.0)
    theirs = min(
        [abs(word.y - y) for line in others for x in reach if (y := height_at(line, x)) is not None], default=99.0
    )
    return min(mine, theirs, 10.0) - (6 if theirs < mine else 0)


def height_at(line: Spots, x: float) -> float | None:
    for (x1, y1), (x2, y2) in pairwise(line):
        if x1 <= x <= x2 and y1 is not None and y2 is not None:
            return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return None
