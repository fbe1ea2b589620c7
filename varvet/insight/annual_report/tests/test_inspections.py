"""Inspections in the report: under the one who looked, for the units they concern, with what matters most there."""

from dataclasses import replace

import pytest

from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.inspections import external, own
from varvet.insight.annual_report.tests.computing import YEAR, context_of
from varvet.insight.annual_report.value import Table
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.registry import ReportLine


@pytest.fixture
def context(cast: Cast) -> Context:
    found = context_of(cast)
    at_a = ReportLine(
        1, "external", "Extremism", "Mottagning A", (), "Rekommendation", "Gör en plan", unit_ids=(cast.a.pk,)
    )
    at_a = replace(at_a, method="Revisionen", goal="Metoder finns")
    fire = ReportLine(2, "external", "Brandskydd", "Mottagning B", (), "Utan anmärkning", "", unit_ids=(cast.b.pk,))
    found.lines["inspections"] = [
        at_a,
        replace(at_a, unit_ids=(cast.b.pk,), goal="Samverkan finns."),
        replace(fire, method="Brandförsvaret"),
        replace(fire, record_id=3, title="Krisplaner", method="Revisionen", state="Kritik", result="Planen saknas"),
        replace(fire, record_id=4, code="internal", title="Tio akter", method="Ärendegenomgång"),
    ]
    return found


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_whole_tells_what_every_unit_holds_most_important(context: Context) -> None:
    table = external("", context, "Tabell 1")
    assert cells(table) == [
        ["Revisionen", "2", "Extremism", ""],
        ["Rekommendation", "", "Gör en plan", "Metoder finns. Samverkan finns."],
        ["Revisionen", "", "Krisplaner", ""],
        ["Kritik", "", "Planen saknas", "–"],
        ["Brandförsvaret", "1", "Brandskydd", ""],
        ["Utan anmärkning", "", "–", "–"],
    ]
    assert (table.id, table.title) == ("externa-granskningar", f"Externa tillsyner och granskningar, {YEAR}")
    keys = [row.key for row in table.rows]
    assert len(keys) == len(set(keys))


def test_a_chapter_tells_what_concerns_its_unit(cast: Cast, context: Context) -> None:
    table = external(cast.a.slug, context, "Tabell 1")
    assert cells(table) == [
        ["Revisionen", "1", "Extremism", ""],
        ["Rekommendation", "", "Gör en plan", "Metoder finns."],
    ]
    assert cast.a.name in table.title


def test_own_reviews_stand_apart(cast: Cast, context: Context) -> None:
    assert [row[0] for row in cells(own("", context, "Tabell 2"))] == ["Ärendegenomgång", "Utan anmärkning"]
    assert own(cast.a.slug, context, "Tabell 2").rows == ()
