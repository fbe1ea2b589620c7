"""A chart of the template becomes plain numbers, read from the same grids and checks as the tables."""

from collections.abc import Callable
from dataclasses import dataclass, replace

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
from varvet.insight.annual_report.compute.entry import Entry
from varvet.insight.annual_report.compute.lines import lines_of
from varvet.insight.annual_report.compute.spec import ChartSpec, TableSpec, where_of
from varvet.insight.annual_report.compute.tables import grid_of
from varvet.insight.annual_report.formats import MONTHS
from varvet.insight.annual_report.value import Chart
from varvet.insight.measures.question import NARROWED_BY
from varvet.kernel.records.registry import list_measures
from varvet.kernel.statistics.shares import wilson


@dataclass(frozen=True)
class Source:
    """What a chart is made from: the template's own options, the report's tables and its context."""

    options: Entry
    tables: dict[str, TableSpec]
    context: Context

    def table(self, options: Entry, key: str) -> TableSpec:
        name = options.text(key)
        if name not in self.tables:
            raise options.slip(f"{self.context.root.name} has no table {name!r}")
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
    options = source.options.tables("panels", "panel")
    if not options:
        raise source.options.slip("'panels' is missing")
    panels = [_panel(panel, source) for panel in options]
    measured = tuple(panel for panel in panels if any(slot.counted is not Missing.NOT_MEASURED for slot in panel.slots))
    return DeadlineColumns(panels=measured, gap_label="ingen kontroll")


def _panel(options: Entry, source: Source) -> DeadlinePanel:
    """Every month or quarter of the year stands on the axis; those not measured stay empty."""
    spec = source.table(options, "table")
    if spec.rows.by not in {"months", "quarters"}:
        raise options.slip(f"the table {spec.id!r} must have months or quarters as rows")
    grid = grid_of(spec, source.context)
    measured = {line.key: numbers for line, numbers in zip(grid.rows, grid.numbers, strict=True)}
    slots = []
    for place, line in enumerate(lines_of(spec.rows, spec, source.context), 1):
        counted, late = measured.get(line.key, (None, None))[:2]
        short, said = _slot_names(spec.rows.by, line.label, place)
        slots.append(DeadlineSlot(short, said, _amount(counted), _amount(late)))
    if spec.rows.by == "quarters":
        slots = [slot for slot in slots if slot.counted is not Missing.NOT_MEASURED]
    return DeadlinePanel(options.text("title"), options.text("noun"), tuple(slots))


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
    return DotChange(str(year - 1), str(year), rows, noun="resultat")


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
    options, context = source.options, source.context
    found = [(group.text("label"), _count(group, context)) for group in options.tables("groups", "group")]
    rest = _count(options.table("whole"), context) - sum(count for _, count in found)
    groups = [SquareGroup(label, count) for label, count in (*found, (options.text("rest"), max(0, rest)))]
    return Squares(options.text("one"), options.text("many"), tuple(groups))


def _count(options: Entry, context: Context) -> int:
    code = options.text("measure")
    if code not in {measure.code for measure in list_measures()}:
        raise options.slip(f"no register has the measure {code!r}")
    where = options.table("where")
    where.check_known(NARROWED_BY)
    return int(context.counter.answer(context.question(code, where_of(where))) or 0)


def _lines(source: Source) -> ChartData:
    first, second = (grid_of(source.table(source.options, key), source.context) for key in ("first", "second"))
    old = {row.key: numbers for row, numbers in zip(second.rows, second.numbers, strict=True)}
    panels = [
        LinePanel(row.label, tuple(map(_amount, numbers)), tuple(map(_amount, old[row.key])))
        for row, numbers in zip(first.rows, first.numbers, strict=True)
        if row.key in old
    ]
    panels.sort(key=lambda panel: (panel.name == "Annat", -_known(panel.first[-1])))
    periods = tuple(column.label for column in first.columns)
    return SmallLines(periods, source.options.text("first_name"), source.options.text("second_name"), tuple(panels))


def _known(amount: Amount) -> Number:
    return 0 if isinstance(amount, Missing) else amount


def _bars(source: Source) -> ChartData:
    grid = grid_of(source.table(source.options, "table"), source.context)
    rows = [
        BarRow(row.label, _amount(numbers[-1]), _amount(numbers[-2]) if len(numbers) > 1 else Missing.NOT_MEASURED)
        for row, numbers in zip(grid.rows, grid.numbers, strict=True)
    ]
    rows.sort(key=lambda row: -_known(row.now))
    year = source.context.year
    return Bars(str(year), str(year - 1), source.options.text("noun"), Measured.COUNT, tuple(rows))


MAKERS: dict[str, Callable[[Source], ChartData]] = {
    "deadlines": _deadlines,
    "change": _change,
    "squares": _squares,
    "lines": _lines,
    "bars": _bars,
}
