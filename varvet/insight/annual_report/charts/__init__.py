"""Draws the report's charts for paper, wide screens and phones; words about them are in wording."""

from dataclasses import dataclass, field

from varvet.insight.annual_report.chart_data import (
    Bars,
    ChartData,
    DeadlineColumns,
    DotChange,
    Slope,
    SmallLines,
    Squares,
)
from varvet.insight.annual_report.charts import bars, deadlines, dots, lines, slope, squares
from varvet.insight.annual_report.charts.canvas import Drawing, Look
from varvet.insight.annual_report.value import Chart

__all__ = ["Drawing", "Drawings", "Look", "draw"]


def draw(data: ChartData, look: Look) -> Drawing:
    match data:
        case DeadlineColumns():
            return deadlines.draw(data, look)
        case DotChange():
            return dots.draw(data, look)
        case Squares():
            return squares.draw(data, look)
        case SmallLines():
            return lines.draw(data, look)
        case Bars():
            return bars.draw(data, look)
        case Slope():
            return slope.draw(data, look)


@dataclass
class Drawings:
    """Draws each chart once for each look, however many formats ask for it."""

    kept: dict[tuple[ChartData, Look], Drawing] = field(default_factory=dict)

    def get(self, chart: Chart, look: Look) -> Drawing:
        key = (chart.data, look)
        if key not in self.kept:
            self.kept[key] = draw(chart.data, look)
        return self.kept[key]
