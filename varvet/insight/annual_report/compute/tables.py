"""A table of the template becomes rows of figures, each with the question behind it."""

from dataclasses import dataclass, replace

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Measured, Number
from varvet.insight.annual_report.compute import notes
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.lines import lines_of
from varvet.insight.annual_report.compute.spec import Line, TableSpec
from varvet.insight.annual_report.value import Align, Cell, Column, FigureRef, Role, Row, Span, Table
from varvet.insight.measures.counting import SHARES
from varvet.insight.measures.question import Question
from varvet.kernel.records.errors import Told
from varvet.kernel.records.registry import Value, get_measure

COUNT = Measured.COUNT
ALL = Line("", "")  # a row that narrows nothing


@dataclass(frozen=True)
class Grid:
    """The figures of a table before they become text: numbers[row][column], None where nothing was measured.

    `whole` asks of each column what all rows together would be, were none left out.
    """

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    numbers: tuple[tuple[Number | None, ...], ...]
    questions: tuple[tuple[Question, ...], ...]
    totals: tuple[Number | None, ...]
    whole: tuple[Question, ...]


def grid_of(spec: TableSpec, context: Context, offset: int = 0) -> Grid:
    """Counts every cell of a table, in the report's year or `offset` years before."""
    columns = tuple(lines_of(spec.columns, replace(spec, category_list=""), context))
    rows = tuple(lines_of(spec.rows, spec, context))
    questions = tuple(tuple(_question(spec, context, r, c, offset) for c in columns) for r in rows)
    numbers = tuple(tuple(_number(context, q) for q in line) for line in questions)
    if spec.rows.by in {"months", "quarters"}:
        measured = [n for n, line in enumerate(numbers) if any(value is not None for value in line)]
        rows, numbers = tuple(rows[n] for n in measured), tuple(numbers[n] for n in measured)
        questions = tuple(questions[n] for n in measured)
    totals = tuple(_total(context, [line[n] for line in questions]) for n in range(len(columns)))
    whole = tuple(_question(spec, context, ALL, column, offset) for column in columns)
    grid = Grid(rows, columns, numbers, questions, totals, whole)
    return _as_shares(grid) if spec.share_of_column else grid


def _question(spec: TableSpec, context: Context, row: Line, column: Line, offset: int) -> Question:
    measure = column.measure or row.measure or spec.measure
    question = context.question(measure, (*spec.where, *row.where, *column.where), offset + row.year + column.year)
    question = replace(question, also=next(line.also for line in (column, row, spec) if line.measure == measure))
    if row.first and row.last:
        question = replace(question, first=row.first, last=row.last)
    reached, lacks = row.reached or column.reached, row.lacks or column.lacks
    if reached or lacks:
        question = replace(question, reached=reached, lacks=lacks, on=notes.day(spec.followed_up, context))
    return question


def _number(context: Context, question: Question) -> Number | None:
    answer = context.counter.answer(question)
    if get_measure(question.measure).value in SHARES and answer is not None:
        return formats.half_up(answer * 100)
    return answer


def _total(context: Context, questions: list[Question]) -> Number | None:
    """Of a column. Counts are added; a share or a median is computed from what the rows' own are made of.

    Rows where nothing was measured add nothing, and a column of such rows has no total.
    """
    if questions and get_measure(questions[0].measure).value in SHARES:
        return _share_of_rows(context, questions)
    if questions and get_measure(questions[0].measure).value is Value.MEDIAN_DAYS:
        took = context.counter.lead_time(*questions)
        return took.median if took else None
    known = [number for number in map(context.counter.answer, questions) if number is not None]
    return sum(known) if known else None


def _share_of_rows(context: Context, questions: list[Question]) -> Number | None:
    found = [pair for pair in map(context.counter.part_and_whole, questions) if pair]
    whole = sum(of for _, of in found)
    return formats.half_up(100 * sum(part for part, _ in found) / whole) if whole else None


def _as_shares(grid: Grid) -> Grid:
    """Each cell as whole percent of its column, as the column adds up."""
    numbers = tuple(
        tuple(
            formats.half_up(100 * (value or 0) / whole) if whole else None
            for value, whole in zip(line, grid.totals, strict=True)
        )
        for line in grid.numbers
    )
    totals = tuple(sum(line[n] or 0 for line in numbers) if grid.totals[n] else None for n in range(len(grid.columns)))
    return replace(grid, numbers=numbers, totals=totals)


def table_of(spec: TableSpec, context: Context, label: str) -> Table:
    """The finished table: figures as text and as numbers, a total, and notes where something must be said."""
    grid = grid_of(spec, context)
    before = grid_of(spec, context, offset=-1) if spec.previous else None
    columns = _columns(spec, grid, context)
    body = [_row(spec, grid, before, n) for n in range(len(grid.rows))]
    totals = [(c.key, t) for c, t in zip(grid.columns, grid.totals, strict=True) if t is not None]
    if spec.row_total:
        totals.append(("Totalt", sum(number for _, number in totals)))
    if spec.total and body:
        body.append(_total_row(spec, grid, before))
    return Table(
        id=spec.id,
        label=label,
        title=notes.with_years(spec.title, context),
        counts=notes.with_years(spec.counts, context),
        columns=columns,
        rows=tuple(body),
        notes=tuple(notes.notes_of(spec, grid, before, context)),
        span=Span.FULL if spec.full else Span.TEXT,
        totals=tuple(totals),
    )


def _columns(spec: TableSpec, grid: Grid, context: Context) -> tuple[Column, ...]:
    previous = str(context.year - 1) if spec.previous else ""
    widths = spec.widths or ("15mm",) * len(grid.columns)
    if len(widths) != len(grid.columns):
        raise Told(f"Table {spec.id!r} has {len(grid.columns)} columns, and 'widths' for {len(widths)}.")
    made = [Column("row", spec.first)]
    for line, question, width in zip(grid.columns, grid.whole, widths, strict=True):
        made.append(Column(line.key, line.label, width, Align.RIGHT, _measured(spec, question), previous))
    if spec.row_total:
        made.append(Column("Totalt", "Totalt", "17mm", Align.RIGHT, Measured.COUNT, previous, sums_row=True))
    return tuple(made)


def _measured(spec: TableSpec, question: Question) -> Measured:
    value = get_measure(question.measure).value
    if spec.share_of_column or value in SHARES:
        return Measured.PERCENT
    return Measured.DAYS if value is Value.MEDIAN_DAYS else Measured.COUNT


def _row(spec: TableSpec, grid: Grid, before: Grid | None, place: int) -> Row:
    line = grid.rows[place]
    cells = [Cell(line.label)]
    for column, question in enumerate(grid.questions[place]):
        was = before.numbers[place][column] if before else None
        ref = None if spec.share_of_column else FigureRef(question.as_query())
        cells.append(replace(_cell(spec, grid.numbers[place][column], was, _measured(spec, question)), ref=ref))
    if spec.row_total:
        cells.append(_cell(spec, _sum(grid.numbers[place]), _sum(before.numbers[place] if before else ()), COUNT))
    return Row(tuple(cells), key=line.key)


def _total_row(spec: TableSpec, grid: Grid, before: Grid | None) -> Row:
    cells = [Cell("Totalt")]
    for column, question in enumerate(grid.whole):
        was = before.totals[column] if before else None
        cells.append(_cell(spec, grid.totals[column], was, _measured(spec, question)))
    if spec.row_total:
        cells.append(_cell(spec, _sum(grid.totals), _sum(before.totals if before else ()), COUNT))
    return Row(tuple(cells), Role.TOTAL, key="Totalt")


def _sum(numbers: tuple[Number | None, ...]) -> Number | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _cell(spec: TableSpec, number: Number | None, was: Number | None, measured: Measured) -> Cell:
    """What was not measured is a dash, never a zero."""
    text = formats.DASH if number is None else formats.number(number, measured)
    if not spec.previous:
        return Cell(text, value=number)
    if number is None or was is None or measured is Measured.DAYS:
        earlier = formats.DASH if was is None else formats.number(was, measured)
        return Cell(f"{text} ({earlier})", value=number, previous=was)
    return Cell(formats.with_previous(int(number), int(was)), value=number, previous=was)
