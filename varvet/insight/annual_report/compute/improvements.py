"""Last year's improvements and what became of them, and those planned now: the two tables that close the loop."""

from datetime import date

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.checks import is_unit
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.parts import lines_from
from varvet.insight.annual_report.value import Cell, Column, Row, Span, Table
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import units_below
from varvet.kernel.records.registry import ReportLine, list_registers

REGISTER, SINCE = "improvements", "improvements since last year"
FOLLOWED = (
    Column("row", "Förbättringsåtgärd", "52mm"),
    Column("omrade", "Område", "16mm"),
    Column("lage", "Läge", "22mm"),
    Column("uppfoljning", "Uppföljning av åtgärden"),
    Column("effekt", "Det visar sig i", "38mm"),
)
PLANNED = (
    Column("row", "Planerad förbättringsåtgärd"),
    Column("omrade", "Kvalitetsområde", "42mm"),
    Column("klar", "Klar senast", "24mm"),
    Column("ses", "Effekten ses genom", "40mm"),
)
NOT_SEEN = "– i den sista kolumnen betyder att effekten inte är bedömd."
NOT_SET = "– betyder att det inte är bestämt."


def followed_id(name: str) -> str:
    return f"forbattringar-foljda-{name.lower()}".rstrip("-")


def planned_id(name: str) -> str:
    return f"forbattringar-planerade-{name.lower()}".rstrip("-")


def followed(name: str, context: Context, label: str) -> Table:
    """Every line of last year's own table of improvements, as it stands when this year ends."""
    return Table(
        id=followed_id(name),
        label=label,
        title=f"Förbättringsarbetet sedan förra året{_where(name, context)}, {context.year}",
        counts=f"Åtgärder som beslutades, pågick eller genomfördes {context.year - 1}, som de stod när året slutade.",
        columns=FOLLOWED,
        rows=tuple(_followed_row(line) for line in _within(name, context, _since(context))),
        notes=(NOT_SEEN,),
        span=Span.FULL,
    )


def planned(name: str, context: Context, label: str) -> Table:
    """What was decided and not yet done when the year ended, area by area."""
    lines = [line for line in lines_from(REGISTER, context) if line.is_open]
    order = list(context.quality_areas)
    rows = sorted(_within(name, context, lines), key=lambda line: _place(line, order))
    return Table(
        id=planned_id(name),
        label=label,
        title=f"Planerade förbättringsåtgärder{_where(name, context)}, från {context.year}",
        counts="Åtgärder som är planerade eller pågår när året slutar, efter kvalitetsområde.",
        columns=PLANNED,
        rows=tuple(_planned_row(line, context) for line in rows),
        notes=(NOT_SET,),
        span=Span.FULL,
    )


def _since(context: Context) -> list[ReportLine]:
    if SINCE not in context.lines:
        before, last = context.period(-1), context.period().last
        asked = [card.report_lines for card in list_registers() if card.kind == REGISTER and card.report_lines]
        found = [line for ask in asked for line in ask(context.root, before.first, last)]
        context.lines[SINCE] = [line for line in found if (line.day or last) <= before.last]
    return context.lines[SINCE]


def _within(name: str, context: Context, lines: list[ReportLine]) -> list[ReportLine]:
    """Of a quality area by its code, of a unit and all below it, or all."""
    if not name:
        return lines
    if not is_unit(name):
        return [line for line in lines if name in line.quality_areas]
    unit = Unit.objects.filter(root=context.root, slug=name).first()
    below = units_below({unit.pk}) if unit else frozenset()
    return [line for line in lines if below & set(line.unit_ids)]


def _where(name: str, context: Context) -> str:
    if not name:
        return ""
    if not is_unit(name):
        return f", område {name}"
    return next((f", {unit.name}" for unit in context.units if unit.slug == name), "")


def _place(line: ReportLine, order: list[str]) -> tuple[int, date]:
    """Those without an area last, and in each area the first day first."""
    primary = line.quality_areas[0] if line.quality_areas else ""
    return (order.index(primary) if primary in order else len(order), line.due or date.max)


def _followed_row(line: ReportLine) -> Row:
    told = ". ".join(line.notes) or formats.DASH
    areas = ", ".join(line.quality_areas) or formats.DASH
    cells = (Cell(line.title, sub=line.unit_name), Cell(areas), Cell(line.state), Cell(told), Cell(line.result))
    return Row(cells, key=f"{line.title} ({line.code})")


def _planned_row(line: ReportLine, context: Context) -> Row:
    area = next((f"{code}\u2002{context.quality_areas.get(code, '')}" for code in line.quality_areas), formats.DASH)
    due = line.due.isoformat() if line.due else formats.DASH
    cells = (Cell(line.title, sub=line.unit_name), Cell(area), Cell(due), Cell(line.goal or formats.DASH))
    return Row(cells, key=f"{line.title} ({line.code})")
