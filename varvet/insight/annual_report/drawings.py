"""Drawn charts and where they are kept; what draws them is heavy and is loaded when the first is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.utils.module_loading import import_string

from varvet.insight.annual_report.chart_data import ChartData
from varvet.insight.annual_report.value import Chart

DRAW = "varvet.insight.annual_report.charts.draw"
TO_PNG = "vl_convert.svg_to_png"
PAPER = "#ffffff"


class Look(StrEnum):
    PRINT = "print"
    WIDE = "wide"
    PHONE = "phone"


@dataclass(frozen=True)
class Drawing:
    svg: str
    width: float  # points
    height: float

    @cached_property
    def png(self) -> bytes:
        """Three pixels a point, on white: Word and LibreOffice blend transparent pictures badly."""
        paper = f'<rect width="{self.width:g}" height="{self.height:g}" fill="{PAPER}"/>'
        convert: Callable[..., bytes] = import_string(TO_PNG)
        return convert(self.svg.replace("<g ", paper + "<g ", 1), scale=3)


@dataclass
class Drawings:
    """Draws each chart once for each look, however many formats ask for it."""

    kept: dict[tuple[ChartData, Look], Drawing] = field(default_factory=dict)

    def get(self, chart: Chart, look: Look) -> Drawing:
        key = (chart.data, look)
        if key not in self.kept:
            draw: Callable[[ChartData, Look], Drawing] = import_string(DRAW)
            self.kept[key] = draw(chart.data, look)
        return self.kept[key]
