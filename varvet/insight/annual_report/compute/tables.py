"""A table of the template becomes rows of figures, each with the question behind it."""

from dataclasses import dataclass, replace

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Measured, Number
from varvet.insight.annual_report.compute import notes
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.lines import lines_of
from varvet.insight.annual_report.compute.spec import Line, TableSpec
from varvet.insight.annual_report.value import Align, Cell, Column, FigureRef, Role, Row, Span, Table
from varvet.insight.measures.question import Question
from varvet.kernel.records.registry import Value, get_measure

SHARES = {Value.SHARE, Value.REMAINDER_SHARE}


@dataclass(frozen=True)
class Grid:
    """The figures of a table before they become text: numbers[row][column], None where nothing was measured."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    numbers: tuple[tuple[Number | None, ...], ...]
    questions: tuple[tuple[Question, ...], ...]
    totals: tuple[Number | None, ...]


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
    totals = tuple(_total(context, questions, numbers, n) for n in range(len(columns)))
    grid = Grid(rows, columns, numbers, questions, totals)
    return _as_shares(grid) if spec.share_of_column else grid


def _question(spec: TableSpec, context: Context, row: Line, column: Line, offset: int) -> Question:
    measure = column.measure or row.measure or spec.measure
    question = context.question(measure, (*spec.where, *row.where, *column.where), offset + row.year + column.year)
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


def _total(
    context: Context,
    questions: tuple[tuple[Question, ...], ...],
    numbers: tuple[tuple[Number | None, ...], ...],
    place: int,
) -> Number | None:
    """Counts are added from the rows; a share is computed from the rows' own parts and wholes."""
    column = [line[place] for line in numbers if line[place] is not None]
    if not questions or get_measure(questions[0][place].measure).value not in SHARES:
        return sum(number for number in column if number is not None)
    return _share_of_rows(context, [line[place] for line in questions])


def _share_of_rows(context: Context, questions: list[Question]) -> Number | None:
    base = questions[0].measure.rsplit(".", 1)
    stem = base[1].removesuffix("_share")
    prefix = f"{base[0]}."
    group = "group_" if stem.startswith("group_") else ""
    parts = [context.counter.answer(replace(q, measure=prefix + stem)) or 0 for q in questions]
    wholes = [context.counter.answer(replace(q, measure=f"{prefix}{group}reviewed")) or 0 for q in questions]
    return formats.half_up(100 * sum(parts) / sum(wholes)) if sum(wholes) else None


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
    if spec.total:
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
    made = [Column("row", spec.first)]
    for line, questions, width in zip(grid.columns, _by_column(grid), widths, strict=False):
        made.append(Column(line.key, line.label, width, Align.RIGHT, _measured(spec, questions), previous))
    if spec.row_total:
        made.append(Column("Totalt", "Totalt", "17mm", Align.RIGHT, Measured.COUNT, previous, sums_row=True))
    return tuple(made)


def _by_column(grid: Grid) -> list[list[Question]]:
    return [[line[n] for line in grid.questions] for n in range(len(grid.columns))]


def _measured(spec: TableSpec, questions: list[Question]) -> Measured:
    if spec.share_of_column:
        return Measured.PERCENT
    shares = [get_measure(q.measure).value in SHARES for q in questions]
    return Measured.PERCENT if shares and all(shares) else Measured.COUNT


def _row(spec: TableSpec, grid: Grid, before: Grid | None, place: int) -> Row:
    line = grid.rows[place]
    old = before.numbers[place] if before else (None,) * len(grid.columns)
    cells = [Cell(line.label)]
    for number, was, question in zip(grid.numbers[place], old, grid.questions[place], strict=True):
        cells.append(_cell(spec, number, was, question))
    if spec.row_total:
        now = sum(number or 0 for number in grid.numbers[place])
        cells.append(_pair(now, sum(number or 0 for number in old) if before else None))
    return Row(tuple(cells), key=line.key)


def _cell(spec: TableSpec, number: Number | None, was: Number | None, question: Question | None) -> Cell:
    ref = FigureRef(question.as_query()) if question and not spec.share_of_column else None
    if spec.previous:
        return replace(_pair(int(number or 0), int(was or 0)), ref=ref)
    share = spec.share_of_column or (question is not None and get_measure(question.measure).value in SHARES)
    text = formats.DASH if number is None else formats.number(number, Measured.PERCENT if share else Measured.COUNT)
    return Cell(text, value=number, ref=ref)


def _pair(now: Number, before: Number | None) -> Cell:
    if before is None:
        return Cell(formats.integer(int(now)), value=now)
    return Cell(formats.with_previous(int(now), int(before)), value=now, previous=before)


def _total_row(spec: TableSpec, grid: Grid, before: Grid | None) -> Row:
    questions = grid.questions[0] if grid.questions else (None,) * len(grid.columns)
    old = before.totals if before else (None,) * len(grid.columns)
    cells = [Cell("Totalt")]
    for number, was, question in zip(grid.totals, old, questions, strict=True):
        cells.append(replace(_cell(spec, number, was, question), ref=None))
    if spec.row_total:
        now = sum(number or 0 for number in grid.totals)
        cells.append(_pair(now, sum(number or 0 for number in old) if before else None))
    return Row(tuple(cells), Role.TOTAL, key="Totalt")
