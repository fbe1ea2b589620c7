"""Draws the report's charts for paper, wide screens and phones; words about them are in wording."""

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
from varvet.insight.annual_report.drawings import Drawing, Look


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
