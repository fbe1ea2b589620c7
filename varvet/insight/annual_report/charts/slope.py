"""Two years joined by a line for each name; the largest rise and the largest fall are strong."""

from itertools import pairwise

import altair as alt

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Amount, Missing, Slope, SlopeLine
from varvet.insight.annual_report.chart_words import is_known, known
from varvet.insight.annual_report.charts import canvas
from varvet.insight.annual_report.charts.canvas import DARK, INK, MID, MUTED, Box, Word
from varvet.insight.annual_report.drawings import WIDTH, Drawing, Look

HEAD, LINE = 20, 11.5


def draw(data: Slope, look: Look) -> Drawing:
    wide = WIDTH[look]
    height = max(150, LINE * (len(data.lines) + 2))
    box = Box(34, HEAD, 62, height) if look is Look.PHONE else Box(wide * 0.36, HEAD, wide * 0.24, height)
    values = [known(v) for line in data.lines for v in (line.before, line.now) if is_known(v)]
    top = max([*values, 1])
    strong = strongest(data)
    layers = [
        canvas.words([Word(box.left, 7, data.before_label)], align="right", fontWeight=600, color=INK),
        canvas.words([Word(box.right, 7, data.now_label)], fontWeight=600, color=INK),
    ]
    for chosen in (False, True):
        lines = [line for line in data.lines if (line.name in strong) is chosen]
        layers += joined(lines, box, top, DARK if chosen else MID)
    for side in ("before", "now"):
        layers += side_labels(data, side, box, top, look)
    return canvas.finish(layers, look, box.bottom + 8)


def strongest(data: Slope) -> set[str]:
    steps = {line.name: known(line.now) - known(line.before) for line in data.lines if is_known(line.before, line.now)}
    if not steps:
        return set()
    chosen = (max(steps, key=lambda name: steps[name]), min(steps, key=lambda name: steps[name]))
    return {name for name in chosen if steps[name]}


def height_of(value: Amount, box: Box, top: float) -> float:
    return box.bottom - known(value) / top * box.height


def joined(lines: list[SlopeLine], box: Box, top: float, colour: str) -> list[alt.Chart]:
    whole = [
        {"x": box.left, "x2": box.right, "y": height_of(line.before, box, top), "y2": height_of(line.now, box, top)}
        for line in lines
        if is_known(line.before, line.now)
    ]
    ends = [
        {"x": x, "y": height_of(value, box, top)}
        for line in lines
        for x, value in ((box.left, line.before), (box.right, line.now))
        if is_known(value)
    ]
    strong = colour == DARK
    return [
        canvas.marks(whole)
        .mark_rule(color=colour, strokeWidth=2 if strong else 1)
        .encode(x=canvas.across(), x2="x2:Q", y=canvas.down(), y2="y2:Q"),
        canvas.marks(ends)
        .mark_point(size=34 if strong else 16, fill=colour, stroke=colour, opacity=1)
        .encode(x=canvas.across(), y=canvas.down()),
    ]


def spread(heights: list[float], box: Box) -> list[float]:
    """Moves labels apart, keeping their order, so that none covers another."""
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    placed = list(heights)
    for above, here in pairwise(order):
        placed[here] = max(placed[here], placed[above] + LINE)
    limit = box.bottom + 4
    for here in reversed(order):
        placed[here] = min(placed[here], limit)
        limit = placed[here] - LINE
    return placed


def side_labels(data: Slope, side: str, box: Box, top: float, look: Look) -> list[alt.Chart]:
    lines = [line for line in data.lines if is_labelled(line, side)]
    heights = spread([height_of(label_value(line, side), box, top) for line in lines], box)
    strong = strongest(data)
    x, align = (box.left - 7, "right") if side == "before" else (box.right + 7, "left")
    layers = []
    for chosen in (False, True):
        labels = [
            Word(x, y, text_of(line, side, data, look))
            for line, y in zip(lines, heights, strict=True)
            if (line.name in strong) is chosen
        ]
        colour, weight = (DARK, 600) if chosen else (MUTED, 400)
        layers.append(canvas.words(labels, align=align, color=colour, fontWeight=weight))
    return layers


def is_labelled(line: SlopeLine, side: str) -> bool:
    """A hidden value is written at the height of the other year's, as nothing else can be told of it."""
    if side == "before":
        return is_known(line.before) or (line.before is Missing.HIDDEN and is_known(line.now))
    return is_known(line.before) or is_known(line.now)


def label_value(line: SlopeLine, side: str) -> Amount:
    first, second = (line.before, line.now) if side == "before" else (line.now, line.before)
    return first if is_known(first) else second


def text_of(line: SlopeLine, side: str, data: Slope, look: Look) -> str:
    if side == "now":
        return f"{formats.amount(line.now, data.measured)} {line.name}"
    value = formats.amount(line.before, data.measured)
    return value if look is Look.PHONE else f"{line.name} {value}"
