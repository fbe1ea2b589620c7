"""Each chart as a table: behind it on the web, a sheet of its own in the spreadsheet."""

from collections.abc import Sequence

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import (
    Amount,
    Bars,
    ChartData,
    DeadlineColumns,
    DotChange,
    Measured,
    Missing,
    Slope,
    SmallLines,
    Squares,
)
from varvet.insight.annual_report.chart_words import late_percent
from varvet.insight.annual_report.value import Align, Cell, Chart, Column, Row, Table


def as_table(chart: Chart) -> Table:
    columns, rows = _content(chart.data)
    return Table(f"{chart.id}-table", chart.label, chart.title, chart.counts, tuple(columns), tuple(rows), chart.notes)


def _content(data: ChartData) -> tuple[list[Column], list[Row]]:
    match data:
        case DeadlineColumns():
            return _deadlines(data)
        case DotChange():
            return _dots(data)
        case Squares():
            return [_name("Utfall"), _figure("count", "Antal", Measured.COUNT)], [
                _row(group.name, [(group.count, Measured.COUNT)]) for group in data.groups
            ]
        case SmallLines():
            return _lines(data)
        case Bars():
            return _years(data, [(row.name, row.before, row.now) for row in data.rows])
        case Slope():
            return _years(data, [(line.name, line.before, line.now) for line in data.lines])


def _name(label: str) -> Column:
    return Column("name", label)


def _figure(key: str, label: str, measured: Measured) -> Column:
    return Column(key, label, "24mm", Align.RIGHT, measured)


def _row(name: str, amounts: Sequence[tuple[Amount, Measured]], sub: str = "") -> Row:
    cells = [Cell(formats.amount(a, m), value=None if isinstance(a, Missing) else a) for a, m in amounts]
    return Row((Cell(name, sub), *cells))


def _deadlines(data: DeadlineColumns) -> tuple[list[Column], list[Row]]:
    columns = [
        _name("Period"),
        _figure("counted", formats.sentence_start(data.all_label), Measured.COUNT),
        _figure("late", formats.sentence_start(data.late_label), Measured.COUNT),
        _figure("share", "Andel", Measured.PERCENT),
    ]
    rows = [
        _row(
            formats.sentence_start(slot.said),
            [(slot.counted, Measured.COUNT), (slot.late, Measured.COUNT), (late_percent(slot), Measured.PERCENT)],
            panel.title,
        )
        for panel in data.panels
        for slot in panel.slots
    ]
    return columns, rows


def _dots(data: DotChange) -> tuple[list[Column], list[Row]]:
    columns = [
        _name(formats.sentence_start(data.noun)),
        _figure("before", data.before_label, Measured.PERCENT),
        _figure("now", data.now_label, Measured.PERCENT),
        _figure("low", "Intervall från", Measured.PERCENT),
        _figure("high", "Intervall till", Measured.PERCENT),
    ]
    bounds = [[Missing.NOT_MEASURED if b is None else b for b in (row.low, row.high)] for row in data.rows]
    rows = [
        _row(row.name, [(a, Measured.PERCENT) for a in (row.before, row.now, *bound)], row.unit)
        for row, bound in zip(data.rows, bounds, strict=True)
    ]
    return columns, rows


def _lines(data: SmallLines) -> tuple[list[Column], list[Row]]:
    columns = [_name("Typ"), *[_figure(period, period, Measured.COUNT) for period in data.periods]]
    rows = [
        _row(panel.name, [(amount, Measured.COUNT) for amount in values], said)
        for panel in data.panels
        for said, values in ((data.first_name, panel.first), (data.second_name, panel.second))
    ]
    return columns, rows


def _years(data: Bars | Slope, rows: list[tuple[str, Amount, Amount]]) -> tuple[list[Column], list[Row]]:
    columns = [
        _name("Namn"),
        _figure("before", data.before_label, data.measured),
        _figure("now", data.now_label, data.measured),
    ]
    return columns, [_row(name, [(before, data.measured), (now, data.measured)]) for name, before, now in rows]
