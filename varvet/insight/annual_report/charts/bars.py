"""Horizontal bars from zero; the year before is a thin grey bar above this year's."""

from typing import Any

import altair as alt

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Amount, Bars, Missing
from varvet.insight.annual_report.charts import canvas
from varvet.insight.annual_report.charts.canvas import DARK, MID, MUTED, Box, Word
from varvet.insight.annual_report.drawings import WIDTH, Drawing, Look

VALUE_ROOM = 62  # points right of the longest bar


def draw(data: Bars, look: Look) -> Drawing:
    phone = look is Look.PHONE
    compared = any(row.before is not Missing.NOT_MEASURED for row in data.rows)
    row = (24 if compared else 19) + (14 if phone else 0)
    left = 0 if phone else 178
    box = Box(left, 2, WIDTH[look] - left - VALUE_ROOM, row * len(data.rows))
    values = [v for r in data.rows for v in (r.now, r.before) if not isinstance(v, Missing)]
    scale = alt.Scale(domain=[0, max([*values, 1])], range=[box.left, box.right], nice=False)
    middles = [box.top + row * i + (row - 9 if phone else row / 2) for i in range(len(data.rows))]
    names = [Word(0, y - 17 if phone else y, r.name) for r, y in zip(data.rows, middles, strict=True)]
    layers = [canvas.words(names), *this_year(data, scale, middles, 3 if compared else 0)]
    layers += year_before(data, scale, middles) if compared else []
    return canvas.finish(layers, look, box.bottom + 3)


def place(value: Amount, y: float, text: str) -> dict[str, Any]:
    return {"v": 0 if isinstance(value, Missing) else value, "y": y, "text": text}


def bars(rows: list[dict[str, Any]], scale: alt.Scale, size: int, style: dict[str, Any]) -> list[alt.Chart]:
    x = alt.X("v", type="quantitative", scale=scale, axis=None)
    base = canvas.marks(rows).encode(x=x, y=canvas.down())
    bar = base.mark_bar(size=size, orient="horizontal", color=MID if size < 8 else DARK).encode(x2=alt.datum(0))
    text = base.mark_text(**{"align": "left", "baseline": "middle", "dx": 5, **style}).encode(
        text=canvas.nominal("text")
    )
    return [bar, text]


def texts(values: list[Amount], data: Bars, year: str) -> list[str]:
    """The first one also says the year."""
    said = [formats.amount(value, data.measured) for value in values]
    return [f"{text} ({year})" if i == 0 and year else text for i, text in enumerate(said)]


def this_year(data: Bars, scale: alt.Scale, middles: list[float], drop: int) -> list[alt.Chart]:
    """drop is how far the bar sits under the row's middle, to leave room for the year before."""
    values = [row.now for row in data.rows]
    said = texts(values, data, data.now_label if drop else "")
    rows = [place(value, y + drop, text) for value, y, text in zip(values, middles, said, strict=True)]
    return bars(rows, scale, 11, {"fontWeight": 600, "fontSize": 9.5, "dy": 1})


def year_before(data: Bars, scale: alt.Scale, middles: list[float]) -> list[alt.Chart]:
    values = [row.before for row in data.rows]
    said = texts(values, data, data.before_label)
    rows = [place(value, y - 6, text) for value, y, text in zip(values, middles, said, strict=True)]
    return bars(rows, scale, 5, {"color": MUTED, "fontSize": 8, "dy": -1})
