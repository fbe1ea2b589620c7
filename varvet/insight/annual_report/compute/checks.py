"""Self-checks as a table: each check with its result, the year before, its interval and what that means in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Measured
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.parts import lines_from
from varvet.insight.annual_report.value import Align, Cell, Column, FigureRef, Row, Span, Table
from varvet.insight.measures.breakdown import breakdown
from varvet.insight.measures.question import Where
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import list_measures
from varvet.kernel.statistics.shares import change_is_certain, wilson
from varvet.kernel.statistics.wordings import SMALL

LIST = "self_check_question"
LONGEST_CODE = 2
MEASURES = ("self_checks.reviewed", "self_checks.fulfilled", "self_checks.share_stated")
COLUMNS = (
    Column("row", "Egenkontroll och enhet", "34mm"),
    Column("mal", "Kontrollmål", "31mm"),
    Column("granskade", "Granskade", "17.5mm", Align.RIGHT, Measured.COUNT),
    Column("uppfyllt", "Uppfyllt", "15mm", Align.RIGHT, Measured.COUNT),
    Column("andel_procent", "Andel", "12mm", Align.RIGHT, Measured.PERCENT),
    Column("foregaende_procent", "{before}", "12mm", Align.RIGHT, Measured.PERCENT),
    Column("intervall", "Intervall", "17.5mm", Align.RIGHT, Measured.WORDS),
    Column("ord", "Med andra ord"),
)


@dataclass(frozen=True)
class Asked:
    """A check as it was planned: the question, the unit, and the goal it is to be held against."""

    title: str
    unit: str
    goal: str


@dataclass(frozen=True)
class Result:
    """One check in one unit and year. Shares in percent 0-100; counts None where the source gave only a share."""

    title: str
    unit: str
    goal: str
    where: Where
    fulfilled: int | None
    reviewed: int | None
    share: float | None
    census: bool
    before: float | None
    before_counts: tuple[int, int] | None

    @property
    def is_sample(self) -> bool:
        return bool(self.reviewed) and not self.census


def measures_declared() -> list[str]:
    """Those of the table's measures that a register here declares."""
    declared = {measure.code for measure in list_measures()}
    return [code for code in MEASURES if code in declared]


def where_of(name: str) -> Where:
    """What a block of self-checks is about: a quality area by its code, a unit and all below it, or everything."""
    if not name:
        return ()
    return (("unit", (name,)),) if is_unit(name) else (("quality_area", (name,)),)


def is_unit(name: str) -> bool:
    """Quality areas have short codes, such as A or 3; whatever is longer is a unit."""
    return len(name) > LONGEST_CODE


def results_in(name: str, context: Context) -> list[Result]:
    """Every performed check of a quality area or unit in the year, in the order of its questions."""
    units = {unit.pk: unit for unit in context.units}
    asked = where_of(name)
    within = () if is_unit(name) else asked  # the unit's own place is said by each row instead
    found = []
    for category in context.categories_of(LIST):
        code = ("category", (category.code,))
        for unit in _units_with((*asked, code), units, context):
            where: Where = (*within, code, ("unit", (f"={unit.slug}",)))
            goal = goal_of(category.label_sv, unit.name, context)
            found.append(_result(Asked(category.label_sv, unit.name, goal), where, context))
    return found


def _units_with(where: Where, units: dict[int, Unit], context: Context) -> Iterator[Unit]:
    """Units that performed the check themselves, those given only as a share included."""
    ids: set[int] = set()
    for measure in ("self_checks.performed", "self_checks.share_stated"):
        found = breakdown(context.counter, context.question(measure, where), ("unit",))
        ids |= {unit_id for (unit_id,) in found if isinstance(unit_id, int)}
    yield from (units[pk] for pk in sorted(ids) if pk in units)


def goal_of(question: str, unit: str, context: Context) -> str:
    """What was to be fulfilled, as the year's rounds say it, those of a part too; several if they differ."""
    rounds = [line for line in lines_from("self_checks", context) if line.unit_name == unit and line.goal]
    found = [line.goal for line in rounds if line.title == question or line.title.startswith(f"{question} (")]
    return "; ".join(dict.fromkeys(found))


def _result(asked: Asked, where: Where, context: Context) -> Result:
    fulfilled, reviewed = _counts(where, context, 0)
    stated = context.counter.answer(context.question("self_checks.share_stated", where))
    before_counts = _counts(where, context, -1)
    before_stated = context.counter.answer(context.question("self_checks.share_stated", where, -1))
    outcomes = breakdown(context.counter, context.question("self_checks.performed", where), ("outcome",))
    share = fulfilled / reviewed if fulfilled is not None and reviewed else stated
    before = before_stated if _share(before_counts) is None else _share(before_counts)
    done, seen = before_counts
    return Result(
        title=asked.title,
        unit=asked.unit,
        goal=asked.goal,
        where=where,
        fulfilled=fulfilled,
        reviewed=reviewed,
        share=None if share is None else 100 * share,
        census=set(outcomes) == {("census",)},
        before=None if before is None else 100 * before,
        before_counts=(done, seen) if done is not None and seen else None,
    )


def _counts(where: Where, context: Context, offset: int) -> tuple[int | None, int | None]:
    def ask(measure: str) -> int | None:
        answer = context.counter.answer(context.question(measure, where, offset))
        return None if answer is None else int(answer)

    return ask("self_checks.fulfilled"), ask("self_checks.reviewed")


def _share(counts: tuple[int | None, int | None]) -> float | None:
    return counts[0] / counts[1] if counts[0] is not None and counts[1] else None


def table_of(name: str, context: Context, label: str) -> Table:
    columns = tuple(
        column if column.label != "{before}" else Column(
            column.key, str(context.year - 1), column.width, column.align, column.measured
        )
        for column in COLUMNS
    )  # fmt: skip
    return Table(
        id=table_id(name),
        label=label,
        title=f"{title_of(name, context)}, {context.year}",
        counts="Antal granskade ärenden som uppfyller kravet, av alla granskade. Intervall: 95 %.",
        columns=columns,
        rows=tuple(_row(result, context) for result in results_in(name, context)),
        span=Span.FULL,
    )


def table_id(name: str) -> str:
    return f"egenkontroller-{name.lower()}".rstrip("-")


def title_of(name: str, context: Context) -> str:
    if not name:
        return "Egenkontroller"
    if not is_unit(name):
        return f"Egenkontroller i område {name}"
    return next((f"Egenkontroller, {unit.name}" for unit in context.units if unit.slug == name), "Egenkontroller")


def _row(result: Result, context: Context) -> Row:
    ref = FigureRef(context.question("self_checks.performed", result.where).as_query())
    reviewed = context.question("self_checks.reviewed", result.where).as_query()
    return Row(
        (
            Cell(result.title, sub=result.unit),
            Cell(result.goal or formats.DASH),
            _count(result.reviewed, FigureRef(reviewed) if result.reviewed else None),
            Cell(formats.DASH) if result.reviewed == 0 else _count(result.fulfilled, ref if result.reviewed else None),
            _percent(result.share, formats.DASH if result.reviewed == 0 else formats.HIDDEN),
            _percent(result.before, formats.DASH),
            Cell(_interval(result)),
            Cell(in_words(result, context.year - 1)),
        )
    )


def _percent(share: float | None, without: str) -> Cell:
    return Cell(without) if share is None else Cell(formats.percent(share), value=formats.half_up(share))


def _count(number: int | None, ref: FigureRef | None) -> Cell:
    return Cell(formats.HIDDEN) if number is None else Cell(formats.integer(number), value=number, ref=ref)


def _interval(result: Result) -> str:
    if result.reviewed == 0:
        return formats.DASH
    if not result.reviewed or result.fulfilled is None:
        return formats.HIDDEN
    if result.census:
        return "alla"
    interval = wilson(result.fulfilled, result.reviewed)
    return formats.percent_range(100 * interval.low, 100 * interval.high)


def in_words(result: Result, year_before: int) -> str:
    """The honest sentence: how sure the result is, and whether a change is more than chance."""
    if result.reviewed == 0:
        return "Det fanns inget att granska."
    if result.share is None:
        return "Resultatet är beskrivet i ord, inte i tal."
    if not result.reviewed or result.fulfilled is None:
        return "Antalet svar anges inte i källan. Därför finns inget intervall."
    if result.census:
        return f"{in_ten(result.share)} uppfyller kravet. {_change_of_all(result, year_before)}"
    if result.reviewed < SMALL:
        return "Urvalet är för litet för att dra slutsatser."
    interval = wilson(result.fulfilled, result.reviewed)
    low, high = formats.half_up(100 * interval.low), formats.half_up(100 * interval.high)
    likely = f"Troligen {low}–{high} av 100 i hela verksamheten."
    if result.before_counts is None:
        return likely
    certain = change_is_certain((result.fulfilled, result.reviewed), result.before_counts)
    return f"{likely} Förändringen är {'' if certain else 'inte '}säkerställd."


def _change_of_all(result: Result, year_before: int) -> str:
    if result.before is None or result.share is None:
        return "Varje ärende är granskat."
    step = formats.half_up(result.share) - formats.half_up(result.before)
    if step == 0:
        return f"Lika mycket som {year_before}."
    points = "procentenhet" if abs(step) == 1 else "procentenheter"
    return f"{abs(step)} {points} {'mer' if step > 0 else 'mindre'} än {year_before}."


def in_ten(share: float) -> str:
    """A share of 0-100 as people say it."""
    if share >= 95:
        return "Nästan alla" if share < 100 else "Alla"
    if share <= 5:
        return "Nästan inga" if share > 0 else "Inga"
    return f"Ungefär {formats.word(formats.half_up(share / 10))} av tio"
