"""Self-checks: how sure a result is said to be, whether it changed, and what is said when nothing can be."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from varvet.insight.annual_report.compute.checks import Result, in_ten, in_words, results_in, table_of
from varvet.insight.annual_report.tests.computing import YEAR, context_of
from varvet.insight.annual_report.value import Table
from varvet.insight.measures.tests.samples import add_fact
from varvet.kernel.access.tests.cast import LONG_AGO, Cast
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import ReportLine

SAMPLE = Result("Kontroll", "Enhet", "", (), 14, 15, 100 * 14 / 15, census=False, before=None, before_counts=None)
CENSUS = replace(SAMPLE, fulfilled=12, reviewed=12, share=100.0, census=True)
QUESTIONS = (CategoryValue("a-1", "A.1 Plan finns"), CategoryValue("a-2", "A.2 I tid"))


def asked(cast: Cast) -> None:
    new_version(root=cast.root, key="self_check_question", content=NewList("Frågor", QUESTIONS), first_day=LONG_AGO)


def check(unit: Unit, year: int = YEAR, **more: Any) -> None:
    """A check as its register counts it: reviewed, and performed where the result is known."""
    values = {"register": "self_checks", "quality_area": "A", "category": "a-1", "outcome": "sample", **more}
    counted = {"numerator": None, "denominator": None} | {k: values.pop(k) for k in ("numerator", "denominator")}
    add_fact(unit, date(year, 6, 1), happening="performed", **values, **counted)
    add_fact(unit, date(year, 6, 1), happening="reviewed", **values, denominator=counted["denominator"])


def row(table: Table, place: int = 0) -> list[str]:
    """Without the goal, which the register says and not the facts."""
    name, _, *figures = table.rows[place].cells
    return [cell.text for cell in (name, *figures)]


@pytest.mark.django_db
def test_a_sample_has_an_interval_and_words(cast: Cast) -> None:
    asked(cast)
    check(cast.a, numerator=14, denominator=15)
    check(cast.a, YEAR - 1, numerator=10, denominator=15)
    table = table_of("A", context_of(cast), "Tabell 3")
    assert row(table) == [
        "A.1 Plan finns",
        "15",
        "14",
        "93\u202f%",
        "67\u202f%",
        "70–99\u202f%",
        "Troligen 70–99 av 100 i hela verksamheten. Förändringen är inte säkerställd.",
    ]
    assert (table.id, table.label, table.title) == ("egenkontroller-a", "Tabell 3", "Egenkontroller i område A, 2025")
    assert table.rows[0].cells[0].sub == "Mottagning A"
    assert [column.label for column in table.columns][1:6] == ["Kontrollmål", "Granskade", "Uppfyllt", "Andel", "2024"]
    assert [cell.value for cell in table.rows[0].cells[2:4]] == [15, 14]
    assert all(cell.ref for cell in table.rows[0].cells[2:4])


@pytest.mark.django_db
def test_the_goal_stands_beside_its_question_in_its_unit(cast: Cast) -> None:
    asked(cast)
    for unit in (cast.a, cast.b):
        check(unit, numerator=14, denominator=15)
    line = ReportLine(1, "EGK-1", "A.1 Plan finns", cast.a.name, ("A",), "Genomförd", "", goal="A.1 God kvalitet")
    context = context_of(cast)
    context.lines["self_checks"] = [
        line,
        replace(line, title="A.1 Plan finns (gruppbostad)", goal="A.1 Trygghet"),
        replace(line, title="A.1 Plan finns kvar", goal="Annat"),
    ]
    goals = [each.cells[1].text for each in table_of("A", context, "Tabell 3").rows]
    assert goals == ["A.1 God kvalitet; A.1 Trygghet", "–"]


@pytest.mark.django_db
def test_a_census_has_no_interval(cast: Cast) -> None:
    asked(cast)
    check(cast.a, numerator=12, denominator=12, outcome="census")
    assert row(table_of("A", context_of(cast), "Tabell 3"))[1:] == [
        "12", "12", "100\u202f%", "–", "alla", "Alla uppfyller kravet. Varje ärende är granskat.",
    ]  # fmt: skip


@pytest.mark.django_db
def test_only_a_stated_share_is_shown_without_counts(cast: Cast) -> None:
    asked(cast)
    for year, part in ((YEAR, 71), (YEAR - 1, 100)):
        add_fact(
            cast.a, date(year, 6, 1), register="self_checks", happening="share_stated", quality_area="A",
            category="a-1", numerator=part, denominator=100,
        )  # fmt: skip
    assert row(table_of("A", context_of(cast), "Tabell 3"))[1:] == [
        "..", "..", "71\u202f%", "100\u202f%", "..", "Antalet svar anges inte i källan. Därför finns inget intervall.",
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_result_in_words_alone_shows_how_many_were_reviewed(cast: Cast) -> None:
    asked(cast)
    check(cast.a, numerator=None, denominator=20)
    assert row(table_of("A", context_of(cast), "Tabell 3"))[1:] == [
        "20", "..", "..", "–", "..", "Resultatet är beskrivet i ord, inte i tal.",
    ]  # fmt: skip


@pytest.mark.django_db
def test_nothing_to_review_now_or_before_is_said(cast: Cast) -> None:
    asked(cast)
    check(cast.a, numerator=0, denominator=0)
    check(cast.a, numerator=5, denominator=20, category="a-2")
    check(cast.a, YEAR - 1, numerator=0, denominator=0, category="a-2")
    table = table_of("A", context_of(cast), "Tabell 3")
    assert row(table)[1:] == ["0", "–", "–", "–", "–", "Det fanns inget att granska."]
    assert row(table, 1)[4] == "–"
    assert "Förändringen" not in row(table, 1)[6]


@pytest.mark.django_db
def test_checks_stand_by_question_and_unit_and_in_their_own_area(cast: Cast) -> None:
    asked(cast)
    check(cast.b, numerator=1, denominator=2, category="a-2")
    check(cast.b, numerator=1, denominator=2)
    check(cast.a, numerator=1, denominator=2)
    check(cast.a, numerator=1, denominator=2, quality_area="B")
    check(cast.department, YEAR - 1, numerator=1, denominator=2)
    found = [(result.title, result.unit) for result in results_in("A", context_of(cast))]
    assert found == [
        ("A.1 Plan finns", "Mottagning A"), ("A.1 Plan finns", "Mottagning B"), ("A.2 I tid", "Mottagning B"),
    ]  # fmt: skip
    assert table_of("C", context_of(cast), "Tabell 3").rows == ()


@pytest.mark.django_db
def test_a_units_checks_are_its_own_and_those_below_whatever_their_area(cast: Cast) -> None:
    asked(cast)
    check(cast.a, numerator=1, denominator=2)
    check(cast.a, numerator=3, denominator=4, quality_area="", category="a-2")
    check(cast.b, numerator=1, denominator=2)
    context = context_of(cast)
    table = table_of(cast.department.slug, context, "Tabell 3")
    assert (table.id, table.title) == ("egenkontroller-individ-och-familj", "Egenkontroller, Individ och familj, 2025")
    assert len(table.rows) == 3
    assert [row(table_of(cast.a.slug, context, ""), place)[1:3] for place in range(2)] == [["2", "1"], ["4", "3"]]
    assert len(table_of("", context, "").rows) == 3


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (SAMPLE, "Troligen 70–99 av 100 i hela verksamheten."),
        (
            replace(SAMPLE, before=10.0, before_counts=(2, 20)),
            "Troligen 70–99 av 100 i hela verksamheten. Förändringen är säkerställd.",
        ),
        (replace(SAMPLE, reviewed=9, fulfilled=9, share=100.0), "Urvalet är för litet för att dra slutsatser."),
        (replace(SAMPLE, reviewed=10, fulfilled=10, share=100.0), "Troligen 72–100 av 100 i hela verksamheten."),
        (CENSUS, "Alla uppfyller kravet. Varje ärende är granskat."),
        (replace(CENSUS, reviewed=5, fulfilled=0, share=0.0), "Inga uppfyller kravet. Varje ärende är granskat."),
        (replace(CENSUS, before=99.0), "Alla uppfyller kravet. 1 procentenhet mer än 2024."),
        (
            replace(CENSUS, share=72.4, before=56.4),
            "Ungefär sju av tio uppfyller kravet. 16 procentenheter mer än 2024.",
        ),
        (
            replace(CENSUS, share=50.0, before=60.0),
            "Ungefär fem av tio uppfyller kravet. 10 procentenheter mindre än 2024.",
        ),
        (replace(CENSUS, share=50.2, before=49.8), "Ungefär fem av tio uppfyller kravet. Lika mycket som 2024."),
    ],
)
def test_the_words_are_no_surer_than_the_figures(result: Result, said: str) -> None:
    assert in_words(result, YEAR - 1) == said
    assert all(len(sentence.split()) <= 20 for sentence in said.split(". "))


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "Inga"), (0.1, "Nästan inga"), (5, "Nästan inga"), (5.1, "Ungefär en av tio"),
        (44.9, "Ungefär fyra av tio"),
        (45, "Ungefär fem av tio"), (94.9, "Ungefär nio av tio"), (95, "Nästan alla"), (99.9, "Nästan alla"),
        (100, "Alla"),
    ],
)  # fmt: skip
def test_a_share_as_people_say_it(share: float, said: str) -> None:
    assert in_ten(share) == said
