"""The whole report: numbered in order, sentences where nothing is, and few questions to the database."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varvet.insight.annual_report.chart_data import Bars, DeadlineColumns, Missing, SmallLines, Squares
from varvet.insight.annual_report.compute import compute, spec
from varvet.insight.annual_report.compute.whole import NOTHING_IN
from varvet.insight.annual_report.models import PrintedRemark
from varvet.insight.annual_report.stored import from_json, to_json
from varvet.insight.annual_report.tests.computing import HEAD, ONE_COLUMN, YEAR
from varvet.insight.annual_report.texts import save_text
from varvet.insight.annual_report.value import Chart, Report, Table, Text, Writing
from varvet.insight.measures.tests.samples import add_fact
from varvet.kernel.access.tests.cast import LONG_AGO, Cast
from varvet.kernel.organisation.settings_of_root import choose

pytestmark = pytest.mark.usefixtures("samples")
SPRING = date(YEAR, 4, 10)
SHARES = (
    'columns = [{ key = "a", label = "Alla", measure = "samples.whole" },'
    ' { key = "d", label = "Över", measure = "samples.part" }]\n'
)
TABLES = (
    f"[series]\n{HEAD}rows = {{ years = 4 }}\n{ONE_COLUMN}"
    f"[monthly]\n{HEAD}rows = {{ months = 1 }}\n{SHARES}"
    f"[quarterly]\n{HEAD}rows = {{ quarters = 1 }}\n{SHARES}"
    f'[x]\n{HEAD}rows = [{{ label = "Annat", kind = "x" }}, {{ label = "B", kind = "y" }}]\ncolumns = {{ years = 2 }}\n'
    f'[y]\n{HEAD}rows = [{{ label = "B", kind = "y" }}, {{ label = "Annat", kind = "y" }}]\ncolumns = {{ years = 2 }}\n'
)
TEMPLATE = """
title = "Prov {year}"
summary = true
[[key_figure]]
figure = "samples.share"
before = "samples.share?year=-1"
label = "andel"
compare = "{before}"
counts = "alla"
[[section]]
id = "ett"
title = "Om {year}"
new_page = true
block = [{ text = "ord", prompt = "Skriv om {before}." }, { heading = "Siffror" }, { table = "series" },
  { chart = "late" }, { heading = "Mer" }, { table = "monthly" }]
[[section]]
id = "tva"
title = "Sedan"
block = [{ areas = "a" }, { improvements = "f" }, { self_checks = "A" }, { not_done = "n" }]
[[section]]
id = "bilaga"
title = "Begrepp"
appendix = true
block = [{ definitions = "d" }, { measures = "m" }]
[[section]]
id = "bilaga-2"
title = "Källan"
appendix = true
block = [{ remarks = "r" }, { chart = "outcome" }, { chart = "bars" }, { chart = "small" }]
[chart.late]
kind = "deadlines"
title = "Sena, {year}"
counts = "Antal."
panels = [{ table = "monthly", title = "Månader", noun = "fall" }, { table = "quarterly", title = "K", noun = "fall" }]
[chart.outcome]
kind = "squares"
title = "Utfall"
counts = "Antal."
one = "prov"
many = "proven"
rest = "Annat"
whole = { measure = "samples.count" }
groups = [{ label = "X", measure = "samples.count", where = { kind = ["x"] } }]
[chart.bars]
kind = "bars"
title = "Staplar"
counts = "Antal."
table = "x"
noun = "prov"
[chart.small]
kind = "lines"
title = "Linjer"
counts = "Antal."
first = "x"
second = "y"
first_name = "ena"
second_name = "andra"
[[definition]]
term = "Prov"
meaning = "Något."
"""


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "common.toml").write_text(TABLES, "utf-8")
    (tmp_path / "prov.toml").write_text(TEMPLATE, "utf-8")
    monkeypatch.setattr(spec, "SHIPPED", tmp_path)


def report_of(cast: Cast) -> Report:
    return compute(cast.root, YEAR, "prov")


def filled(cast: Cast) -> None:
    choose(cast.root, "quality_areas", {"A": "Trygghet"}, first_day=LONG_AGO)
    PrintedRemark.objects.create(root=cast.root, year=YEAR, order=1, subject="Summa", says="3", here="4")
    save_text(cast.root, YEAR, "ord", "Se {t:monthly} och {f:late}. Det kom {v:samples.count}.")
    for month, kind, part in ((1, "x", 1), (2, "y", 0), (5, "x", 2)):
        add_fact(cast.a, date(YEAR, month, 3), kind=kind, numerator=part, denominator=4)
    add_fact(cast.b, date(YEAR - 1, 3, 3), kind="y", count=6)


def of_kind(report: Report, kind: type[Any]) -> list[Any]:
    return [block for block in report.blocks if isinstance(block, kind)]


def chart(report: Report, name: str) -> Chart:
    return next(found for found in report.charts if found.id == name)


def test_chapters_and_appendices_are_numbered_without_gaps(cast: Cast) -> None:
    filled(cast)
    headings = report_of(cast).headings
    assert [(h.level, h.number, h.text) for h in headings] == [
        (1, "1", "Om 2025"), (2, "1.1", "Siffror"), (2, "1.2", "Mer"), (1, "2", "Sedan"),
        (1, "Bilaga A", "Begrepp"), (1, "Bilaga B", "Källan"),
    ]  # fmt: skip
    assert len({h.id for h in headings}) == len(headings)
    assert [h.new_page for h in headings][:2] == [True, False]
    assert all(after.level - before.level <= 1 for before, after in pairwise(headings))


def test_tables_and_charts_are_numbered_as_they_stand(cast: Cast) -> None:
    filled(cast)
    report = report_of(cast)
    labels = [table.label for table in of_kind(report, Table)]
    assert labels == ["Tabell 1", "Tabell 2", "Tabell 3", "Tabell 7", "Tabell 8", "Tabell 9"]
    assert [found.label for found in report.charts] == ["Figur 1", "Figur 2", "Figur 3", "Figur 4"]
    said = next(text for text in of_kind(report, Text) if "Det kom" in text.plain)
    assert said.plain == "Se tabell 2 och figur 1. Det kom 3."


def test_an_empty_table_or_chart_is_a_sentence_that_keeps_its_number(cast: Cast) -> None:
    said = [text.plain for text in of_kind(report_of(cast), Text)]
    assert said == [
        "Figur 1, ”Sena, 2025”, visas inte. Inget är registrerat för året.",
        "Tabell 2, ”Prov, 2025”, visas inte. Inget är registrerat för året.",
        "Tabell 3, ”Kvalitetsområdena”, visas inte. Inget är registrerat för året.",
        "Tabell 4, ”Förbättringar och deras effekt, 2025”, visas inte. Inga förbättringar är registrerade för året.",
        "Tabell 5, ”Egenkontroller i område A, 2025”, visas inte. Inga egenkontroller är redovisade.",
        f"Tabell 6, ”Planerade egenkontroller som inte har genomförts, 2025”, visas inte. {NOTHING_IN['not_done']}",
        "Tabell 9, ”Skillnader mellan den tryckta källan och denna berättelse”, visas inte. Inga skillnader är kända.",
    ]


def test_what_nobody_has_written_says_what_to_write(cast: Cast) -> None:
    assert of_kind(report_of(cast), Writing) == [Writing("ord", "Skriv om 2024.")]
    filled(cast)
    assert of_kind(report_of(cast), Writing) == []


def test_every_measure_of_tables_and_key_figures_is_explained_once(cast: Cast) -> None:
    table = next(table for table in of_kind(report_of(cast), Table) if table.id == "matt")
    assert [row.name.text for row in table.rows] == ["Prov count", "Prov whole", "Prov part", "Prov share"]


def test_charts_hold_the_numbers_of_their_tables(cast: Cast) -> None:
    filled(cast)
    report = report_of(cast)
    late = chart(report, "late").data
    assert isinstance(late, DeadlineColumns)
    months, quarters = late.panels
    assert [(slot.label, slot.counted, slot.late) for slot in months.slots][:3] == [
        ("jan", 4, 1), ("feb", 4, 0), ("mar", Missing.NOT_MEASURED, Missing.NOT_MEASURED),
    ]  # fmt: skip
    assert len(months.slots) == 12, "months not measured stay on the axis"
    assert [(slot.label, slot.counted, slot.late) for slot in quarters.slots] == [("jan–mar", 8, 1), ("apr–jun", 4, 2)]
    squares, bars, small = (chart(report, name).data for name in ("outcome", "bars", "small"))
    assert isinstance(squares, Squares)
    assert [(group.name, group.count) for group in squares.groups] == [("X", 2), ("Annat", 1)]
    assert isinstance(bars, Bars)
    assert [(row.name, row.now, row.before) for row in bars.rows] == [("Annat", 2, 0), ("B", 1, 6)]
    assert isinstance(small, SmallLines)
    assert [(panel.name, panel.first, panel.second) for panel in small.panels] == [
        ("B", (6, 1), (6, 1)), ("Annat", (0, 2), (6, 1)),
    ]  # fmt: skip


def test_a_chart_says_nothing_about_what_did_not_change(cast: Cast) -> None:
    assert chart(report_of(cast), "small").reading == "Inget antal har ändrats sedan 2024."


def test_the_cover_says_whose_and_when(cast: Cast) -> None:
    choose(cast.root, "quality_year_first_month", 9, first_day=LONG_AGO)
    choose(cast.root, "addressee", "Nämnden", first_day=LONG_AGO)
    meta = report_of(cast).meta
    assert (meta.title, meta.organisation, meta.period) == (
        "Prov 2025", "Exempelby", "1 september 2024–31 augusti 2025",
    )  # fmt: skip
    assert ("Till", "Nämnden") in meta.facts
    assert meta.whose == "Exempelby"


def test_the_seal_follows_figures_and_words_and_nothing_else(cast: Cast) -> None:
    filled(cast)

    def seal() -> str:
        return report_of(cast).meta.colophon

    first = seal()
    assert seal() == first
    save_text(cast.root, YEAR, "sammanfattning", "Ny mening.")
    second = seal()
    assert second != first, "the summary is sealed too"
    add_fact(cast.a, SPRING)
    assert seal() != second


def test_the_same_value_comes_back_from_what_a_snapshot_keeps(cast: Cast) -> None:
    filled(cast)
    report = report_of(cast)
    assert from_json(to_json(report)) == report


def test_the_number_of_queries_does_not_follow_the_number_of_facts(cast: Cast) -> None:
    filled(cast)
    with CaptureQueriesContext(connection) as few:
        report_of(cast)
    for number in range(40):
        add_fact(cast.a, date(YEAR, number % 12 + 1, 1), kind="xyz"[number % 3], record_id=number, count=2)
    with CaptureQueriesContext(connection) as many:
        report_of(cast)
    assert len(many) == len(few)
    assert len(many) <= 35, "settings, years and places once each, one grouping a happening, breaks a table"
