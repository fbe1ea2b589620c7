"""Wrong payments year by year: told of beside the year's goal, where the cause lay, and what came of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.context import YEARS_BACK, Context
from varvet.insight.annual_report.compute.spec import Line, Lines, TableSpec, TemplateSpec
from varvet.insight.annual_report.compute.tables import table_of as counted
from varvet.insight.annual_report.value import Cell, Row, Table
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import list_chosen, quality_years
from varvet.kernel.records.models import Fact

KIND = BLOCK = "payment_errors"
GOAL = "payment_errors_goal"  # as a root sets it: how many it wants told of in a year
TOLD = Line("anmalda", "Anmälda", measure=f"{KIND}.received")


def _by_cause(key: str, label: str, cause: str) -> Line:
    return Line(key, label, (("kind", (cause,)),), f"{KIND}.completed")


SPEC = TableSpec(
    id="felaktiga-utbetalningar",
    title="Felaktiga utbetalningar, {years}",
    counts="Antal ärenden, efter den dag de anmäldes, utreddes eller beslutades.",
    first="Vad som räknas",
    measure=TOLD.measure,
    rows=Lines(
        written=(
            TOLD,
            Line("avskrivna", "Avskrivna", measure=f"{KIND}.dismissed"),
            Line("utreds_inte", "Utreds inte", measure=f"{KIND}.not_investigated"),
            _by_cause("orsak_person", "Utredda: orsak hos den som fick pengarna", "client"),
            _by_cause("orsak_oss", "Utredda: orsak hos oss", "us"),
            _by_cause("orsak_bada", "Utredda: orsak hos båda", "both"),
            _by_cause("ratt", "Utredda: utbetalningen var rätt", "none"),
            Line("aterkrav", "Återkrav", measure=f"{KIND}.reclaimed"),
            Line("polisanmalda", "Polisanmälda", measure=f"{KIND}.police_reported"),
            Line("avslutade", "Avslutade", measure=f"{KIND}.closed"),
        )
    ),
    columns=Lines(by="years", how_many=YEARS_BACK),
    total=False,
    notes=(
        "Årsmålet är hur många anmälningar ni vill se. Fler anmälningar betyder att mer upptäcks.",
        "Ett ärende kan anmälas ett år och avslutas ett annat.",
    ),
)
MEASURES = SPEC.measures


def table_of(context: Context, label: str) -> Table:
    """The goal stands below what was told of: each year's as it was on the year's last day."""
    made = counted(SPEC, context, label)
    told, *others = made.rows
    return replace(made, rows=(told, _goals(context), *others), totals=())


def _goals(context: Context) -> Row:
    chosen = list_chosen(context.root, GOAL)
    days = [context.period(offset).last for offset in range(1 - YEARS_BACK, 1)]
    return Row((Cell("Årsmål"), *(_goal(chosen, day) for day in days)), key="arsmal")


def _goal(chosen: list[tuple[date, Any]], day: date) -> Cell:
    wanted = next((str(value).strip() for first_day, value in reversed(chosen) if first_day <= day), "")
    return Cell(formats.integer(int(wanted)), value=int(wanted)) if wanted else Cell(formats.DASH)


def where_used(spec: TemplateSpec, root: Unit, year: int) -> TemplateSpec:
    """The template without the table where the root has told of nothing in the years it shows: no number is lost."""
    if all(block.kind != BLOCK for block in spec.blocks) or _is_used(root, year):
        return spec
    sections = (
        replace(section, blocks=tuple(block for block in section.blocks if block.kind != BLOCK))
        for section in spec.sections
    )
    return replace(spec, sections=tuple(sections))


def _is_used(root: Unit, year: int) -> bool:
    years = quality_years(root)
    first, last = years.named(year - YEARS_BACK + 1).first, years.named(year).last
    return Fact.objects.filter(root=root, register=KIND, day__gte=first, day__lte=last).exists()
