"""A chart of the template becomes plain numbers, read from the same grids and checks as the tables."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from varvet.insight.annual_report.chart_data import (
    Amount,
    BarRow,
    Bars,
    ChartData,
    DeadlineColumns,
    DeadlinePanel,
    DeadlineSlot,
    DotChange,
    DotRow,
    LinePanel,
    Measured,
    Missing,
    Number,
    SmallLines,
    SquareGroup,
    Squares,
)
from varvet.insight.annual_report.chart_words import alt_text, reading
from varvet.insight.annual_report.compute import notes
from varvet.insight.annual_report.compute.checks import Result, results_in
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.lines import lines_of
from varvet.insight.annual_report.compute.spec import ChartSpec, TableSpec
from varvet.insight.annual_report.compute.tables import grid_of
from varvet.insight.annual_report.formats import MONTHS
from varvet.insight.annual_report.statistics import wilson
from varvet.insight.annual_report.value import Chart
from varvet.kernel.records.errors import Told


@dataclass(frozen=True)
class Source:
    """What a chart is made from: the template's own options, the report's tables and its context."""

    options: dict[str, Any]
    tables: dict[str, TableSpec]
    context: Context

    def table(self, name: str) -> TableSpec:
        return self.called(self.options[name])

    def called(self, name: str) -> TableSpec:
        if name not in self.tables:
            raise Told(f"A figure reads the table {name!r}, which {self.context.root.name} does not have.")
        return self.tables[name]


def chart_of(spec: ChartSpec, tables: dict[str, TableSpec], context: Context, label: str) -> Chart | None:
    """None where nothing has been measured: there is nothing to draw."""
    data = MAKERS[spec.kind](Source(spec.options, tables, context))
    if _is_empty(data):
        return None
    return Chart(
        id=spec.id,
        label=label,
        title=notes.with_years(spec.title, context),
        counts=notes.with_years(spec.counts, context),
        alt=alt_text(data),
        reading=reading(data),
        data=data,
        notes=spec.notes,
    )


def _is_empty(data: ChartData) -> bool:
    match data:
        case DeadlineColumns() | SmallLines():
            return not data.panels
        case DotChange() | Bars():
            return not data.rows
        case _:
            return False  # squares always have their groups


def _amount(number: Number | None) -> Amount:
    return Missing.NOT_MEASURED if number is None else number


def _deadlines(source: Source) -> ChartData:
    panels = [_panel(panel, source) for panel in source.options["panels"]]
    measured = tuple(panel for panel in panels if any(slot.counted is not Missing.NOT_MEASURED for slot in panel.slots))
    return DeadlineColumns(panels=measured, gap_label="ingen kontroll")


def _panel(options: dict[str, Any], source: Source) -> DeadlinePanel:
    """Every month or quarter of the year stands on the axis; those not measured stay empty."""
    spec = source.called(options["table"])
    grid = grid_of(spec, source.context)
    measured = {line.key: numbers for line, numbers in zip(grid.rows, grid.numbers, strict=True)}
    slots = []
    for place, line in enumerate(lines_of(spec.rows, spec, source.context), 1):
        counted, late = measured.get(line.key, (None, None))[:2]
        short, said = _slot_names(spec.rows.by, line.label, place)
        slots.append(DeadlineSlot(short, said, _amount(counted), _amount(late)))
    if spec.rows.by == "quarters":
        slots = [slot for slot in slots if slot.counted is not Missing.NOT_MEASURED]
    return DeadlinePanel(options["title"], options["noun"], tuple(slots))


def _slot_names(by: str, label: str, place: int) -> tuple[str, str]:
    if by == "quarters":
        return "–".join(part[:3].lower() for part in label.split("–")), f"kvartal {place}"
    month = MONTHS.index(label.lower())
    return MONTHS[month][:3], MONTHS[month]


def _change(source: Source) -> ChartData:
    """Checks of the focus areas that have a result in both years."""
    found = [result for area in source.context.focus_areas for result in results_in(area, source.context)]
    rows = tuple(_dot_row(result) for result in found if result.before is not None and result.share is not None)
    year = source.context.year
    return DotChange(str(year - 1), str(year), rows, noun="egenkontroller")


def _dot_row(result: Result) -> DotRow:
    assert result.before is not None
    assert result.share is not None
    row = DotRow(result.title, result.unit, result.before, result.share)
    if not result.is_sample or result.fulfilled is None or not result.reviewed:
        return row
    interval = wilson(result.fulfilled, result.reviewed)
    return replace(row, low=100 * interval.low, high=100 * interval.high)


def _squares(source: Source) -> ChartData:
    """A group each, and last what is left of the whole."""
    context = source.context
    groups = [SquareGroup(group["label"], _count(group, context)) for group in source.options["groups"]]
    rest = _count(source.options["whole"], context) - sum(
        int(g.count) for g in groups if not isinstance(g.count, Missing)
    )
    return Squares(
        source.options["one"], source.options["many"], (*groups, SquareGroup(source.options["rest"], max(0, rest)))
    )


def _count(options: dict[str, Any], context: Context) -> int:
    where = tuple((name, tuple(values)) for name, values in options.get("where", {}).items())
    return int(context.counter.answer(context.question(options["measure"], where)) or 0)


def _lines(source: Source) -> ChartData:
    first, second = grid_of(source.table("first"), source.context), grid_of(source.table("second"), source.context)
    old = {row.key: numbers for row, numbers in zip(second.rows, second.numbers, strict=True)}
    panels = [
        LinePanel(row.label, tuple(map(_amount, numbers)), tuple(map(_amount, old[row.key])))
        for row, numbers in zip(first.rows, first.numbers, strict=True)
        if row.key in old
    ]
    panels.sort(key=lambda panel: (panel.name == "Annat", -_known(panel.first[-1])))
    periods = tuple(column.label for column in first.columns)
    return SmallLines(periods, source.options["first_name"], source.options["second_name"], tuple(panels))


def _known(amount: Amount) -> Number:
    return 0 if isinstance(amount, Missing) else amount


def _bars(source: Source) -> ChartData:
    grid = grid_of(source.table("table"), source.context)
    rows = [
        BarRow(row.label, _amount(numbers[-1]), _amount(numbers[-2]) if len(numbers) > 1 else Missing.NOT_MEASURED)
        for row, numbers in zip(grid.rows, grid.numbers, strict=True)
    ]
    rows.sort(key=lambda row: -_known(row.now))
    year = source.context.year
    return Bars(str(year), str(year - 1), source.options["noun"], Measured.COUNT, tuple(rows))


MAKERS: dict[str, Callable[[Source], ChartData]] = {
    "deadlines": _deadlines,
    "change": _change,
    "squares": _squares,
    "lines": _lines,
    "bars": _bars,
}
