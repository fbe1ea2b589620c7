"""What was to be checked during the year, goal by goal: the question, how, where, and how much of it came about."""

from collections import defaultdict
from dataclasses import dataclass

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.checks import is_unit, title_of
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.parts import lines_from, words_row
from varvet.insight.annual_report.value import Column, Row, Span, Table
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import units_below
from varvet.kernel.records.registry import ReportLine

DONE = "Genomförd"
COLUMNS = (
    Column("row", "Kontrollmål", "38mm"),
    Column("fraga", "Vad mäts"),
    Column("metod", "Metod", "28mm"),
    Column("var", "Var", "34mm"),
    Column("gjort", "Genomfört", "20mm"),
)


@dataclass(frozen=True)
class Planned:
    """A question under its goal, with every round that was planned of it."""

    goal: str
    question: str
    rounds: tuple[ReportLine, ...]

    @property
    def units(self) -> list[str]:
        return list(dict.fromkeys(line.unit_name for line in self.rounds))

    @property
    def done(self) -> int:
        return sum(line.state == DONE for line in self.rounds)


def table_id(name: str) -> str:
    return f"kontrollplan-{name.lower()}".rstrip("-")


def table_of(name: str, context: Context, label: str) -> Table:
    return Table(
        id=table_id(name),
        label=label,
        title=f"{title_of(name, context)} enligt plan, {context.year}",
        counts="Omgångar vars sista dag ligger i året: genomförda av planerade.",
        columns=COLUMNS,
        rows=tuple(_row(planned) for planned in planned_in(name, context)),
        span=Span.FULL,
    )


def planned_in(name: str, context: Context) -> list[Planned]:
    """Of a quality area by its code, of a unit and all below it, or all; in the order of the questions."""
    below = _below(name, context)
    rounds: dict[tuple[str, str], list[ReportLine]] = defaultdict(list)
    for line in lines_from("self_checks", context):
        if _is_about(line, name, below):
            rounds[line.goal, line.title].append(line)
    return [Planned(goal, question, tuple(found)) for (goal, question), found in rounds.items()]


def _below(name: str, context: Context) -> frozenset[int]:
    unit = Unit.objects.filter(root=context.root, slug=name).first() if is_unit(name) else None
    return units_below({unit.pk}) if unit else frozenset()


def _is_about(line: ReportLine, name: str, below: frozenset[int]) -> bool:
    if not name:
        return True
    return bool(below & set(line.unit_ids)) if is_unit(name) else name in line.quality_areas


def _row(planned: Planned) -> Row:
    where = planned.units[0] if len(planned.units) == 1 else f"{len(planned.units)} enheter"
    done = f"{formats.integer(planned.done)} av {formats.integer(len(planned.rounds))}"
    return words_row(planned.goal or formats.DASH, planned.question, planned.rounds[0].method, where, done)
