"""Who has looked at the work during the year: a row for each inspection under the one who looked, one for each point.

A unit's chapter shows what concerns it, and what is most important there; the whole shows what every unit has said.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.parts import lines_from
from varvet.insight.annual_report.value import Cell, Column, Row, Span, Table
from varvet.insight.measures.counting import units_at
from varvet.kernel.records.registry import ReportLine

KIND = "inspections"
OUTSIDE, INSIDE = "external", "internal"  # as the register's lines say
COLUMNS = (
    Column("row", "Granskare", "36mm"),
    Column("antal", "Antal", "14mm"),
    Column("pastatt", "Påpekanden från granskare"),
    Column("viktigast", "Viktigast att åtgärda", "52mm"),
)


@dataclass(frozen=True)
class Inspected:
    """One inspection with its points: kind, what it says, and what is most important."""

    by: str
    subject: str
    points: tuple[tuple[str, str, str], ...]


def external_id(unit: str) -> str:
    return f"externa-granskningar-{unit}".rstrip("-")


def own_id(unit: str) -> str:
    return f"interna-granskningar-{unit}".rstrip("-")


def external(unit: str, context: Context, label: str) -> Table:
    """`unit` is a slug, with all below it; empty for the whole root."""
    title = f"Externa tillsyner och granskningar{_place(unit, context)}"
    return _table(external_id(unit), (label, title), list_inspected(OUTSIDE, unit, context), context)


def own(unit: str, context: Context, label: str) -> Table:
    title = f"Interna granskningar{_place(unit, context)}"
    return _table(own_id(unit), (label, title), list_inspected(INSIDE, unit, context), context)


def list_inspected(code: str, unit: str, context: Context) -> list[Inspected]:
    """In the order they were decided, those of the same who looked together; a point that units answer apart is one."""
    found: dict[int, list[ReportLine]] = defaultdict(list)
    below = units_at(context.root, unit) if unit else None
    for line in lines_from(KIND, context):
        if line.code == code and (below is None or below & set(line.unit_ids)):
            found[line.record_id].append(line)
    several = [Inspected(lines[0].method, lines[0].title, tuple(_points(lines))) for lines in found.values()]
    order = list(dict.fromkeys(one.by for one in several))
    return sorted(several, key=lambda one: order.index(one.by))


def _points(lines: list[ReportLine]) -> Iterator[tuple[str, str, str]]:
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in lines:
        told[line.state, line.result] += [line.goal] if line.goal else []
    for (state, result), goals in told.items():
        yield state, result, " ".join(_sentence(goal) for goal in dict.fromkeys(goals))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "”")) else f"{text}."


def _table(name: str, called: tuple[str, str], found: list[Inspected], context: Context) -> Table:
    label, title = called
    return Table(
        id=name,
        label=label,
        title=f"{title}, {context.year}",
        counts="Granskningar som beslutades under året, och de som pågick. En granskning kan ha flera punkter.",
        columns=COLUMNS,
        rows=tuple(_rows(found)),
        span=Span.FULL,
    )


def _rows(found: list[Inspected]) -> Iterator[Row]:
    """Each row has a name of its own in data: who looked, which of theirs, and which point of it."""
    number: dict[str, int] = defaultdict(int)
    for one in found:
        number[one.by] += 1
        key = f"{one.by} {number[one.by]}"
        many = formats.integer(sum(other.by == one.by for other in found)) if number[one.by] == 1 else ""
        yield Row((Cell(one.by), Cell(many), Cell(one.subject), Cell("")), key=key)
        for place, (state, result, goal) in enumerate(one.points, 1):
            cells = (Cell(state), Cell(""), Cell(result or formats.DASH), Cell(goal or formats.DASH))
            yield Row(cells, key=f"{key}, {place} {state}")


def _place(slug: str, context: Context) -> str:
    return next((f", {unit.name}" for unit in context.units if slug and unit.slug == slug), "")
