"""Dots for a share before and now, joined by a line; a pale bar where the result is a sample."""

import math
from typing import Any

import altair as alt

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import DotChange, DotRow, Measured, Missing
from varvet.insight.annual_report.chart_words import is_known, known
from varvet.insight.annual_report.charts import canvas
from varvet.insight.annual_report.charts.canvas import DARK, GRID, LIGHT, MUTED, Box, Word
from varvet.insight.annual_report.drawings import PAPER, WIDTH, Drawing, Look

HEAD, FOOT = 14, 16


def draw(data: DotChange, look: Look) -> Drawing:
    row = 54 if look is Look.PHONE else 30
    left = 26 if look is Look.PHONE else 196
    box = Box(left, HEAD, WIDTH[look] - left - 30, row * len(data.rows))
    scale = alt.Scale(domain=[lowest(data), 100], range=[box.left, box.right], nice=False)
    spots = [box.top + row * i + (row - 12 if look is Look.PHONE else row / 2) for i in range(len(data.rows))]
    layers: list[alt.Chart] = [
        *grid(scale, box, lowest(data)),
        *dots(data, scale, spots),
        *names(data, spots, look),
    ]
    layers += year_names(data, spots, box, 12 if look is Look.PHONE else -12)
    return canvas.finish(layers, look, box.bottom + FOOT)


def lowest(data: DotChange) -> int:
    """Where the axis starts: a whole twenty, with room for a label left of the first dot."""
    values = [known(v) for r in data.rows for v in (r.before, r.now) if is_known(v)]
    bounds = [r.low for r in data.rows if r.low is not None]
    return max(0, 20 * math.floor((min([*values, *bounds, 80]) - 4) / 20))


def grid(scale: alt.Scale, box: Box, start: int) -> list[alt.Chart]:
    ticks = [
        {"v": v, "y": box.top, "y2": box.bottom, "t": box.bottom + 9, "text": formats.percent(v)}
        for v in range(start, 101, 20)
    ]
    x = alt.X("v", type="quantitative", scale=scale, axis=None)
    base = canvas.marks(ticks).encode(x=x)
    rules = base.mark_rule(color=GRID, strokeWidth=0.7).encode(y=canvas.down(), y2="y2:Q")
    labels = base.mark_text(color=MUTED, fontSize=8.5).encode(y=canvas.down("t"), text=canvas.nominal("text"))
    return [rules, labels]


def row_of(row: DotRow, y: float) -> dict[str, Any]:
    before, now = (None if isinstance(v, Missing) else v for v in (row.before, row.now))
    risen = before is None or now is None or now >= before
    return {
        "y": y,
        "before": before,
        "now": now,
        "low": row.low,
        "high": row.high,
        "right": now if risen else before,
        "left": before if risen else now,
        "right_text": formats.amount(row.now if risen else row.before, Measured.PERCENT),
        "left_text": ""
        if risen and before is None
        else formats.amount(row.before if risen else row.now, Measured.PERCENT),
        "risen": risen,
    }


def dots(data: DotChange, scale: alt.Scale, spots: list[float]) -> list[alt.Chart]:
    rows = [row_of(row, y) for row, y in zip(data.rows, spots, strict=True)]
    base = canvas.marks(rows).encode(y=canvas.down())

    def x(field: str) -> alt.X:
        return alt.X(field, type="quantitative", scale=scale, axis=None)

    def beside(field: str, risen: str, **style: Any) -> alt.Chart:
        side = {"align": "left", "dx": 8} if field == "right" else {"align": "right", "dx": -8}
        chosen = base.transform_filter(f"datum.risen == {risen} && datum.{field} !== null")
        text = canvas.nominal(f"{field}_text")
        drawn: alt.Chart = chosen.mark_text(baseline="middle", **{**side, **style}).encode(x=x(field), text=text)
        return drawn

    strong, quiet = {"color": DARK, "fontWeight": 600}, {"color": MUTED}
    both = base.transform_filter("datum.before !== null && datum.now !== null")
    return [
        base.transform_filter("datum.low !== null && datum.high !== null")
        .mark_bar(size=9, color=LIGHT, orient="horizontal")
        .encode(x=x("low"), x2="high:Q"),
        both.mark_rule(color=DARK, strokeWidth=1.4).encode(x=x("before"), x2="now:Q"),
        base.transform_filter("datum.before !== null")
        .mark_point(size=52, fill=PAPER, stroke=DARK, strokeWidth=1.4, opacity=1)
        .encode(x=x("before")),
        base.transform_filter("datum.now !== null")
        .mark_point(size=58, fill=DARK, stroke=DARK, strokeWidth=0.5, opacity=1)
        .encode(x=x("now")),
        beside("right", "true", **strong),
        beside("left", "true", **quiet),
        beside("right", "false", **quiet),
        beside("left", "false", **strong),
    ]


def names(data: DotChange, spots: list[float], look: Look) -> list[alt.Chart]:
    if look is Look.PHONE:
        rise, drop = 28, -17
    else:
        rise, drop = 5, 6
    titles = [Word(0, y - rise, row.name) for row, y in zip(data.rows, spots, strict=True)]
    units = [Word(0, y + drop, row.unit) for row, y in zip(data.rows, spots, strict=True)]
    return [canvas.words(titles, fontSize=9.5, fontWeight=600), canvas.words(units, fontSize=8.5, color=MUTED)]


def year_names(data: DotChange, spots: list[float], box: Box, lift: int) -> list[alt.Chart]:
    """lift points from the dots of the first row that has both; and what is missing written in its row."""
    span = 100 - lowest(data)

    def place(value: float) -> float:
        return box.left + (value - lowest(data)) / span * box.width

    missing = [
        Word(box.left + 4, y, formats.said(row.now))
        for row, y in zip(data.rows, spots, strict=True)
        if not is_known(row.now)
    ]
    layers = [canvas.words(missing, color=MUTED, fontStyle="italic", fontSize=8.5)]
    whole = [(row, y) for row, y in zip(data.rows, spots, strict=True) if is_known(row.before, row.now)]
    if not whole:
        return layers
    row, y = whole[0]
    before, now = place(known(row.before)), place(known(row.now))
    apart = max(0.0, 24 - abs(now - before)) / 2 * (1 if now >= before else -1)
    layers.append(
        canvas.words([Word(before - apart, y + lift, data.before_label)], align="center", fontSize=8.5, color=MUTED)
    )
    layers.append(
        canvas.words(
            [Word(now + apart, y + lift, data.now_label)], align="center", fontSize=8.5, color=DARK, fontWeight=600
        )
    )
    samples = [(place(r.high) + 5, spot) for r, spot in zip(data.rows, spots, strict=True) if r.high is not None]
    free = [Word(x, spot, "95 % intervall") for x, spot in samples if x + 62 < box.right + 30]
    layers.append(canvas.words(free[:1], fontSize=8.5, fontStyle="italic", color=MUTED))
    return layers
