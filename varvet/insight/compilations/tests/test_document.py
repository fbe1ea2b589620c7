"""The document: its figures are what a recount of the facts says, and it says where nothing is written."""

from datetime import date

import pytest

from varvet.insight.annual_report.value import Chart, Heading, Report, Table, Text, Writing
from varvet.insight.compilations.rules import Place
from varvet.insight.compilations.shown import counted_now
from varvet.insight.compilations.tests.made import fill, wanted
from varvet.insight.measures.question import ALL, from_query
from varvet.insight.unit_page.tests.counted import received, took
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.organisation.models import SeriesBreak, Unit
from varvet.kernel.records.models import Fact

pytestmark = [pytest.mark.django_db, pytest.mark.facts_differ]  # facts are written by hand here
FIRST, LAST = date(2025, 7, 1), date(2025, 12, 31)


def made(cast: Cast, user: User | None = None, unit: Unit | None = None, code: str = "2025-h2") -> Report:
    return counted_now(wanted(cast, user or cast.alice, unit or cast.a, code), TODAY)


def numbers(report: Report, name: str) -> dict[str, list[object]]:
    found = [table for table in report.tables if table.id == name]
    return {row.key: [cell.value for cell in row.cells[1:]] for table in found for row in table.rows}


def recount(happening: str, unit: Unit, **narrowed: str) -> int:
    rows = Fact.objects.filter(register="deviations", happening=happening, unit=unit, **narrowed)
    return sum(fact.count for fact in rows if FIRST <= fact.day <= LAST)


def test_figures_are_what_a_recount_says(cast: Cast) -> None:
    fill(cast)
    report = made(cast)
    assert numbers(report, "manader") == {
        "2025-07": [1], "2025-08": [0], "2025-09": [0], "2025-10": [0], "2025-11": [3], "2025-12": [1], "total": [5],
    }  # fmt: skip
    assert recount("received", cast.a) == 5
    assert numbers(report, "typer") == {
        "delay": [recount("mention", cast.a, category="delay"), 1],
        "treatment": [recount("mention", cast.a, category="treatment"), 0],
    }
    assert numbers(report, "slag") == {"deviation": [5, 1]}
    assert numbers(report, "feedback")["feedback.complaints"] == [1, 0]
    assert numbers(report, "lex_sarah") == {}, "of another unit"
    sentence = next(block for block in report.blocks if isinstance(block, Text))
    assert sentence.plain == "5 avvikelser kom in under halvår 2 2025, mot 1 under halvår 1 2025."


def test_a_department_has_a_row_for_each_unit(cast: Cast) -> None:
    fill(cast)
    report = made(cast, cast.eva, cast.department)
    assert numbers(report, "enheter") == {"mottagning-b": [9, 0], "mottagning-a": [5, 1]}
    assert numbers(report, "lex_sarah")["lex_sarah.received"] == [1, 0]


def test_every_figure_names_the_question_behind_it(cast: Cast) -> None:
    fill(cast)
    refs = [cell.ref for table in made(cast).tables for row in table.rows for cell in row.cells if cell.ref]
    asked = [from_query(ref.query) for ref in refs]
    assert asked
    assert all(question.readers == ALL and ("unit", ("mottagning-a",)) in question.where for question in asked)


def test_few_have_no_median(cast: Cast) -> None:
    fill(cast)
    assert numbers(made(cast), "tider") == {"deviations.days_to_closing": [3, None, None]}
    for days in (10, 20):
        took("closed", cast.a, date(2025, 10, 1), days=days)
    assert numbers(made(cast), "tider") == {"deviations.days_to_closing": [5, 10, None]}


def test_headings_tables_and_figures_are_numbered_in_order(cast: Cast) -> None:
    fill(cast)
    report = made(cast)
    assert [heading.number for heading in report.headings if heading.level == 1] == ["1", "2", "3"]
    assert [table.label for table in report.tables] == [f"Tabell {n}" for n in range(1, len(report.tables) + 1)]
    [chart] = [block for block in report.blocks if isinstance(block, Chart)]
    assert (chart.label, chart.id in {table.id for table in report.tables}) == ("Figur 1", False)
    assert chart.reading.startswith("Flest nämnda typer halvår 2 2025 har")


def test_where_nothing_is_written_it_says_what_to_write(cast: Cast) -> None:
    from_start = [block for block in made(cast).blocks if isinstance(block, Writing)]
    assert [block.id for block in from_start] == [f"skriv-{place}" for place in Place]


def test_an_empty_unit_has_its_months_and_nothing_else_to_count(cast: Cast) -> None:
    report = made(cast)
    assert [table.id for table in report.tables] == ["manader"]
    assert [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1] == [
        "Avvikelser",
        "Enhetens analys",
    ]


def test_a_tertial_is_compiled_too_and_counts_a_tally_as_many(cast: Cast) -> None:
    received(cast.a, date(2025, 9, 30), count=40)
    assert numbers(made(cast, code="2025-t3"), "manader")["total"] == [40]


def test_a_series_break_is_told(cast: Cast) -> None:
    SeriesBreak.objects.create(unit=cast.a, measure="deviations.received", day=date(2025, 7, 1), reason="Ny rutin.")
    texts = [block.plain for block in made(cast).blocks if isinstance(block, Text)]
    assert "Jämför inte med perioden före. Mottagning A räknar på ett annat sätt från 2025-07-01. Ny rutin." in texts


def test_tables_are_known_by_names_of_their_own(cast: Cast) -> None:
    fill(cast)
    ids = [block.id for block in made(cast).blocks if isinstance(block, Table | Chart | Heading)]
    assert len(ids) == len(set(ids))
