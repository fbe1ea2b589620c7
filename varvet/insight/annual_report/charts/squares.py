"""One square for each counted thing, in rows by outcome, the gravest darkest."""

import math

import altair as alt

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Missing, Squares
from varvet.insight.annual_report.charts import canvas
from varvet.insight.annual_report.charts.canvas import DARK, DEEP, MID, MUTED, PALE, Box, Word
from varvet.insight.annual_report.drawings import WIDTH, Drawing, Look

SHADES = (DEEP, DARK, MID, PALE)
PITCHES = (21, 14, 9, 6)  # points a square takes; smaller when there are many
MOST_LINES = 3


def draw(data: Squares, look: Look) -> Drawing:
    phone = look is Look.PHONE
    left = 0 if phone else 206
    room = WIDTH[look] - left - 34
    counts = [0 if isinstance(group.count, Missing) else int(group.count) for group in data.groups]
    pitch = pitch_for(max([*counts, 1]), room)
    a_line = room // pitch
    boxes: list[Box] = []
    y = 2.0
    for count in counts:
        lines = max(1, math.ceil(count / a_line))
        boxes.append(Box(left, y + (15 if phone else 0), room, lines * pitch))
        y = boxes[-1].bottom + (8 if phone else max(0, 21 - pitch))
    layers = [squares(counts, boxes, pitch), *labels(data, counts, boxes, pitch, look)]
    return canvas.finish(layers, look, y + 2)


def pitch_for(most: int, room: float) -> int:
    for pitch in PITCHES:
        if math.ceil(most / (room // pitch)) <= MOST_LINES:
            return pitch
    return PITCHES[-1]


def squares(counts: list[int], boxes: list[Box], pitch: int) -> alt.Chart:
    a_line = boxes[0].width // pitch
    rows = [
        {"x": box.left + pitch * (i % a_line + 0.5), "y": box.top + pitch * (i // a_line + 0.5), "c": SHADES[min(g, 3)]}
        for g, (count, box) in enumerate(zip(counts, boxes, strict=True))
        for i in range(count)
    ]
    side = pitch * 0.74
    stroke = 0.7 if pitch > 10 else 0.3
    square = canvas.marks(rows).mark_point(shape="square", size=side * side, opacity=1, stroke=DARK, strokeWidth=stroke)
    shade = alt.Fill("c", type="nominal", scale=None)
    drawn: alt.Chart = square.encode(x=canvas.across(), y=canvas.down(), fill=shade)
    return drawn


def labels(data: Squares, counts: list[int], boxes: list[Box], pitch: int, look: Look) -> list[alt.Chart]:
    names: list[Word] = []
    numbers: list[Word] = []
    missing: list[Word] = []
    for group, count, box in zip(data.groups, counts, boxes, strict=True):
        middle = box.top + pitch / 2
        names.append(Word(0, box.top - 7 if look is Look.PHONE else middle, group.name))
        end = box.left + pitch * min(count, box.width // pitch) + 3
        (missing if isinstance(group.count, Missing) else numbers).append(
            Word(end, middle, formats.amount(group.count))
        )
    return [
        canvas.words(names, fontSize=9.5),
        canvas.words(numbers, fontSize=10.5, fontWeight=600),
        canvas.words(missing, fontSize=10.5, color=MUTED),
    ]
