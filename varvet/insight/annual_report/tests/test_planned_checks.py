"""What was planned is told goal by goal, with how much of it came about."""

from dataclasses import replace

import pytest

from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.planned_checks import planned_in, table_of
from varvet.insight.annual_report.tests.computing import YEAR, context_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.registry import ReportLine

DONE = ReportLine(1, "EGK-1", "A.1 Plan finns", "Mottagning A", ("A",), "Genomförd", "14 av 15", goal="A Planer")


@pytest.fixture
def context(cast: Cast) -> Context:
    found, done = context_of(cast), replace(DONE, method="Enkät", unit_ids=(cast.a.pk,))
    at_b = replace(done, unit_ids=(cast.b.pk,), unit_name="Mottagning B")
    in_time = replace(done, title="A.2 I tid", state="Planerad", goal="")
    found.lines["self_checks"] = [
        done,
        replace(at_b, state="Inte genomförd"),
        in_time,
        replace(in_time, quality_areas=("E",), unit_ids=(cast.b.pk,), unit_name="Mottagning B"),
    ]
    return found


def test_one_row_a_question_with_what_came_of_it(context: Context) -> None:
    table = table_of("A", context, "Tabell 1")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["A Planer", "A.1 Plan finns", "Enkät", "2 enheter", "1 av 2"],
        ["–", "A.2 I tid", "Enkät", "Mottagning A", "0 av 1"],
    ]
    assert (table.id, table.title) == ("kontrollplan-a", f"Egenkontroller i område A enligt plan, {YEAR}")


def test_of_a_unit_or_of_everything(cast: Cast, context: Context) -> None:
    assert [len(one.rounds) for one in planned_in(cast.a.slug, context)] == [1, 1]
    assert [len(one.rounds) for one in planned_in(cast.department.slug, context)] == [2, 2]
    assert [len(one.rounds) for one in planned_in("", context)] == [2, 2]
    assert planned_in("B", context) == []
