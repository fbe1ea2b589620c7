"""What all charts share: colours, sizes for paper and screen, marks at fixed places, and the finished drawing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import altair as alt
import vl_convert

from varvet.insight.annual_report.drawings import PAPER, WIDTH, Drawing, Look
from varvet.kernel.paper import typefaces

INK, MUTED, GRID = "#1b2a30", "#5b686e", "#dfe5e7"
DEEP, DARK, MID, PALE, LIGHT = "#0d3540", "#14505c", "#7fa3ab", "#e4ebed", "#cddadd"
QUIET, ALERT = "#47707a", "#b8481f"
SCREEN_COLOURS = {
    INK: "var(--ink)",
    MUTED: "var(--ink-2)",
    GRID: "var(--line)",
    DEEP: "var(--ink)",
    DARK: "var(--accent)",
    MID: "var(--mute)",
    PALE: "var(--card)",
    LIGHT: "var(--mute-soft)",
    QUIET: "var(--ink-2)",
    ALERT: "var(--late-ink)",
    PAPER: "var(--card)",
}
SANS = f"'{typefaces.SANS}'"  # quoted: a CSS family name may not end in a bare digit
LETTER = 4.7  # width of an average letter at 9 pt

vl_convert.register_font_directory(str(typefaces.FOLDER))


@dataclass(frozen=True)
class Box:
    """A place for one panel, in points from the top left of the drawing."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True)
class Word:
    x: float
    y: float
    text: str


def marks(items: Sequence[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(items)))


def across(field: str = "x") -> alt.X:
    """A horizontal place in points."""
    return alt.X(field, type="quantitative", scale=None, axis=None)


def down(field: str = "y") -> alt.Y:
    """A vertical place in points."""
    return alt.Y(field, type="quantitative", scale=None, axis=None)


def nominal(field: str) -> alt.Text:
    return alt.Text(field, type="nominal")


def words(items: Sequence[Word], **style: Any) -> alt.Chart:
    style = {"align": "left", "baseline": "middle", **style}
    rows = [{"x": w.x, "y": w.y, "text": w.text} for w in items]
    drawn: alt.Chart = marks(rows).mark_text(**style).encode(x=across(), y=down(), text=nominal("text"))
    return drawn


def panel_names(items: Sequence[Word]) -> alt.Chart:
    return words(items, fontSize=9.5, fontWeight=600, color=INK)


@dataclass(frozen=True)
class Line:
    left: float
    right: float
    y: float


def hairlines(items: Sequence[Line], color: str = GRID) -> alt.Chart:
    rows = [{"x": line.left, "x2": line.right, "y": line.y} for line in items]
    drawn: alt.Chart = marks(rows).mark_rule(color=color, strokeWidth=0.6).encode(x=across(), x2="x2:Q", y=down())
    return drawn


def nice_top(highest: float) -> float:
    """The least of 10, 20, 50, 100, 200 … that is not under the highest value."""
    tops = (factor * 10.0**power for power in count(1) for factor in (1, 2, 5))
    return next(top for top in tops if top >= highest)


CONFIG: dict[str, Any] = {
    "font": SANS,
    "background": None,
    "padding": 0,
    "view": {"stroke": None},
    "text": {"font": SANS, "fontSize": 9, "color": INK},
    "bar": {"binSpacing": 0},
}


def finish(layers: Sequence[alt.Chart], look: Look, height: float) -> Drawing:
    """Each layer keeps scales of its own; the size is exact, nothing is measured or padded."""
    spec = {
        "width": WIDTH[look],
        "height": height,
        "autosize": {"type": "none"},
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
        "config": CONFIG,
        **layered(layers),
    }
    svg = vl_convert.vegalite_to_svg(spec)
    svg = re.sub(r' (?:role|aria-\w+|class|pointer-events)="[^"]*"', "", svg)
    size = f'width="{WIDTH[look]}" height="{height:g}" viewBox="0 0 {WIDTH[look]} {height:g}"'
    root = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    svg = re.sub(r"<svg [^>]*>", root, svg, count=1)
    return Drawing(svg=svg if look is Look.PRINT else for_screen(svg), width=WIDTH[look], height=height)


def layered(layers: Sequence[alt.Chart]) -> dict[str, Any]:
    """As alt.layer does, without its copies of every layer, which took most of the time."""
    datasets: dict[str, Any] = {}
    parts = []
    for layer in layers:
        part = layer.to_dict(validate=False)
        datasets |= part.pop("datasets", {})
        parts.append({key: value for key, value in part.items() if key not in ("config", "$schema")})
    return {"layer": parts, "datasets": datasets}


def for_screen(svg: str) -> str:
    """Colours become the page's own, so that dark mode and contrast settings reach the chart."""
    for colour, name in SCREEN_COLOURS.items():
        svg = svg.replace(f'="{colour}"', f'="{name}"')
    return re.sub(r' font-family="[^"]*"', "", svg)
