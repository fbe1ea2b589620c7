"""What must be said under a table: where a print differs, where a series breaks, what the rows leave out."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.spec import TableSpec
from varvet.insight.annual_report.models import PrintedFigure
from varvet.kernel.organisation.models import SeriesBreak
from varvet.kernel.records.registry import Value, get_measure

if TYPE_CHECKING:
    from varvet.insight.annual_report.compute.tables import Grid


def with_years(text: str, context: Context) -> str:
    """{year} is the report's, {before} the one before, {years} the four a series shows."""
    year = context.year
    values = {"year": str(year), "before": str(year - 1), "years": f"{year - 3}–{year}", "next": str(year + 1)}
    return re.sub(r"\{(year|before|years|next)\}", lambda match: values[match[1]], text)


def day(text: str, context: Context) -> date | None:
    """A day of the template such as "{next}-01-31"."""
    return date.fromisoformat(with_years(text, context)) if text else None


def notes_of(spec: TableSpec, grid: "Grid", before: "Grid | None", context: Context) -> Iterator[str]:
    yield from _differences(grid, spec.id, context)
    if before:
        year = context.year - 1
        yield from (f"{year}, {said}" for said in _differences(before, f"{spec.id}_{year}", context))
    yield from _left_out(spec, grid, context)
    yield from _breaks(spec, grid, context)
    yield from (with_years(note, context) for note in spec.notes)


def _differences(grid: "Grid", table: str, context: Context) -> Iterator[str]:
    """A sentence for each printed figure that the records contradict."""
    for printed in (figure for figure in context.printed if figure.table == table):
        computed = _computed(grid, printed)
        if computed is None or computed == printed.number:
            continue
        said, here = _text(printed.number, printed.column), _text(computed, printed.column)
        what = "här är det" if printed.row else "raderna ger"
        end = "" if printed.row else " Här visas radernas summa."
        yield f"{_place(grid, printed)}: källan skriver {said}, {what} {here}.{end}"


def _place(grid: "Grid", printed: PrintedFigure) -> str:
    """The cell as people find it: the row and the column's heading. In a table of one column the row is enough."""
    labels = {column.key: column.label.replace(formats.SOFT_HYPHEN, "") for column in grid.columns}
    column = labels.get(printed.column, printed.column)
    if len(grid.columns) == 1:
        return printed.row or "Totalt"
    return f"{printed.row}, {formats.inside_sentence(column)}" if printed.row else column


def _computed(grid: "Grid", printed: PrintedFigure) -> float | None:
    keys = [column.key for column in grid.columns]
    if printed.column == "Totalt" and not printed.row:
        return sum(total or 0 for total in grid.totals)
    if printed.column not in keys:
        return None
    place = keys.index(printed.column)
    if not printed.row:
        return grid.totals[place]
    rows = [row.key for row in grid.rows]
    return grid.numbers[rows.index(printed.row)][place] if printed.row in rows else None


def _text(number: float, column: str) -> str:
    whole = formats.integer(int(number)) if float(number).is_integer() else formats.decimal(number)
    return f"{whole}{formats.NARROW}%" if "procent" in column else whole


def _left_out(spec: TableSpec, grid: "Grid", context: Context) -> Iterator[str]:
    """Rows may be fewer than what was counted: then the rest is said, never dropped in silence."""
    if spec.share_of_column or spec.rows.by in {"years", "months", "quarters"} or not _rows_only_narrow(grid):
        return
    for column, question, shown in zip(grid.columns, grid.whole, grid.totals, strict=True):
        if get_measure(question.measure).value is not Value.COUNT:
            continue
        all_in = context.counter.answer(question)
        if all_in is not None and shown is not None and all_in > shown:
            name = f"{column.label.replace(formats.SOFT_HYPHEN, '')}: " if len(grid.columns) > 1 else ""
            reason = spec.partial or "De andra hör inte till någon av raderna."
            yield f"{name}{formats.integer(int(shown))} av {formats.integer(int(all_in))} visas i tabellen. {reason}"


def _rows_only_narrow(grid: "Grid") -> bool:
    """Rows of another year, measure or stage are not parts of the column's whole."""
    return bool(grid.rows) and not any(row.year or row.measure or row.reached or row.lacks for row in grid.rows)


def _breaks(spec: TableSpec, grid: "Grid", context: Context) -> Iterator[str]:
    """A series break inside the years shown is told with its reason."""
    earliest = min([line.year for line in (*grid.rows, *grid.columns)] + ([-1] if spec.previous else [0]))
    if not earliest:
        return
    first, last = context.period(earliest).first, context.period().last
    rows = SeriesBreak.objects.filter(unit__root=context.root, measure__in=spec.measures, day__gt=first, day__lte=last)
    for found in rows.select_related("unit").order_by("day", "pk"):
        yield f"{found.unit.name}: räknas på ett annat sätt från {found.day.year}. {found.reason}"
