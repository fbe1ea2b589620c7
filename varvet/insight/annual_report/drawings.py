"""Drawn charts and where they are kept; what draws them is heavy and is loaded when the first is asked for."""

from collections.abc import Callable
from concurrent.futures import Future
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


WIDTH = {Look.PRINT: 466, Look.WIDE: 457, Look.PHONE: 234}  # points; a screen shows a point as 1.4 pixels


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
    """Draws each chart once for each look, however many formats ask for it; `ahead` are being drawn already."""

    kept: dict[tuple[ChartData, Look], Drawing] = field(default_factory=dict)
    ahead: dict[tuple[ChartData, Look], Future[Drawing]] = field(default_factory=dict)

    def get(self, chart: Chart, look: Look) -> Drawing:
        key = (chart.data, look)
        if key not in self.kept:
            self.kept[key] = self.ahead.pop(key).result() if key in self.ahead else draw(*key)
        return self.kept[key]


def draw(data: ChartData, look: Look) -> Drawing:
    drawer: Callable[[ChartData, Look], Drawing] = import_string(DRAW)
    return drawer(data, look)
