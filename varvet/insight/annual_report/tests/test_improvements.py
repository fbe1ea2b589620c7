"""The two tables that close the loop: what became of last year's improvements, and what is planned."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from varvet.insight.annual_report.compute import improvements
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.tests.computing import YEAR, context_of
from varvet.insight.annual_report.value import Table
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.registry import ReportLine

OLD = ReportLine(
    1,
    "ATG-2024-0001",
    "Ny rutin",
    "Mottagning A",
    ("A", "H"),
    "Klar",
    "12 av 20",
    date(YEAR - 1, 12, 31),
    notes=("Ingen effekt", "Följs av ATG-2025-0001"),
)
NEW = replace(
    OLD,
    record_id=2,
    code="ATG-2025-0001",
    title="Något annat",
    state="Planerad",
    result="–",
    day=date(YEAR, 1, 1),
    is_open=True,
    due=date(YEAR + 1, 3, 1),
    goal="Andel i tid: 95 %",
    notes=(),
)


@pytest.fixture
def context(cast: Cast) -> Iterator[Context]:
    """The register answers with both, and the days it was asked of are kept."""
    asked: list[tuple[date, date]] = []

    def lines(_: Unit, first: date, last: date) -> list[ReportLine]:
        asked.append((first, last))
        at_a = (cast.a.pk,)
        return [replace(OLD, unit_ids=at_a), replace(NEW, unit_ids=at_a)]

    running = registry.list_registers()
    changed = [replace(card, report_lines=lines) if card.kind == "improvements" else card for card in running]
    registry.clear()
    for card in changed:
        registry.add(card)
    found = context_of(cast)
    found.quality_areas.update({"H": "Samverkan", "A": "Rättssäkerhet"})
    yield found
    assert set(asked) <= {(date(YEAR - 1, 1, 1), date(YEAR, 12, 31)), (date(YEAR, 1, 1), date(YEAR, 12, 31))}
    registry.clear()
    for card in running:
        registry.add(card)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_last_years_are_told_as_they_stand_now(context: Context) -> None:
    table = improvements.followed("", context, "Tabell 1")
    assert texts(table) == [["Ny rutin", "A, H", "Klar", "Ingen effekt. Följs av ATG-2025-0001", "12 av 20"]]
    assert (table.id, table.rows[0].name.sub) == ("forbattringar-foljda", "Mottagning A")


def test_what_is_planned_stands_by_area_with_its_goal(context: Context) -> None:
    table = improvements.planned("", context, "Tabell 2")
    assert texts(table) == [["Något annat", "A\u2002Rättssäkerhet", f"{YEAR + 1}-03-01", "Andel i tid: 95 %"]]


def test_in_the_order_of_the_areas_then_of_the_days(context: Context) -> None:
    lines = [
        replace(NEW, title="Sist", quality_areas=()),
        replace(NEW, title="Tredje", due=None),
        replace(NEW, title="Andra"),
        replace(NEW, title="Först", quality_areas=("H",)),
    ]
    context.lines["improvements"] = lines
    table = improvements.planned("", context, "Tabell 2")
    assert [row.name.text for row in table.rows] == ["Först", "Andra", "Tredje", "Sist"]
    assert texts(table)[-1][1] == texts(table)[2][2] == "–"


@pytest.mark.parametrize(("name", "rows"), [("H", 1), ("E", 0), ("mottagning-a", 1), ("mottagning-b", 0)])
def test_of_an_area_or_of_a_unit(context: Context, name: str, rows: int) -> None:
    assert len(improvements.followed(name, context, "Tabell 1").rows) == rows
    assert len(improvements.planned(name, context, "Tabell 2").rows) == rows


def test_each_says_where_and_has_an_id_of_its_own(context: Context) -> None:
    table = improvements.planned("mottagning-a", context, "Tabell 2")
    assert (table.id, "Mottagning A" in table.title) == ("forbattringar-planerade-mottagning-a", True)
    assert "område H" in improvements.followed("H", context, "Tabell 1").title
