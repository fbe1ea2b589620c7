"""The rare ways: limits one at a time, cells that are told of, odd terms, and the sentences of a result."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import ibis
import pytest
from openpyxl import Workbook

from varvet.extracts.checks.judging import earlier, judge, later
from varvet.extracts.checks.results import Counts, Curves, Line, Result
from varvet.extracts.checks.shapes import Basis, Round, term_key
from varvet.extracts.checks.shipped import BY_NAME, CHECKS, PAYMENT_CHECKS, RIGHTS_CHECKS
from varvet.extracts.checks.survival import Step
from varvet.extracts.findings import Fault, Finding
from varvet.extracts.intake import Order, take_in
from varvet.extracts.mappings import Column, ColumnMap, from_json
from varvet.extracts.reading.limits import Limits
from varvet.extracts.shelf.kinds import ExtractKind, kind_read_by
from varvet.extracts.tests.made import YEAR, pseudonyms, take, used, write
from varvet.extracts.tests.test_hostile_files import changed, workbook
from varvet.extracts.wordings import about, extension_sentences, finding_sentences, line_sentences
from varvet.kernel.law.terms import Term, TermUnit
from varvet.kernel.records.errors import RuleBroken

ROWS = [("Ärende", "Inkom"), ("A-1", "2026-01-02"), ("A-2", "2026-01-03")]
DAY = date(2026, 3, 1)
LINE = Line("", "", met=0, missed=0, pending=0, left=0, late_now=0, share=None, is_estimate=False, few=False)


def text(file: Path) -> Path:
    return write(file, ROWS)


def book(file: Path) -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(list(row))
    made.save(file)
    return file


def all_hidden(file: Path) -> Path:
    content = changed(workbook(), "xl/workbook.xml", lambda part: part.replace(b'state="visible"', b'state="hidden"'))
    file.write_bytes(content)
    return file


LIMITED: list[tuple[Callable[[Path], Path], Limits, str]] = [
    (text, Limits(text_file=10), "Filen är 1 MB. Högst 0 MB kan läsas"),
    (text, Limits(rows=1), "Listan har fler än 1 rader"),
    (text, Limits(columns=1), "Rad 1 har fler än 1 kolumner"),
    (text, Limits(line=10), "Rad 1 är längre än 10 tecken"),
    (text, Limits(cell=4), "Rad 1 har ett citattecken som inte avslutas, eller en för lång text"),
    (book, Limits(workbook=10), "Filen är 1 MB. Högst 0 MB kan läsas"),
    (book, Limits(unpacked=10), "packas upp till mer"),
    (book, Limits(held_whole=10), "packas upp till mer"),
    (book, Limits(columns=1), "Rad 1 har fler än 1 kolumner"),
    (book, Limits(columns=0), "Rad 3 har fler än 0 kolumner"),  # seen before the sheet is read
]


@pytest.mark.parametrize(("make", "limits", "sentence"), LIMITED)
def test_each_limit_has_its_sentence(
    tmp_path: Path, make: Callable[[Path], Path], limits: Limits, sentence: str
) -> None:
    order = Order(make(tmp_path / "list"), ColumnMap("x"), ("case", "received"), limits)
    with pytest.raises(RuleBroken) as told:
        take_in(order, pseudonyms(), tmp_path / "out")
    assert sentence in told.value.sentence
    assert [file.name for file in tmp_path.iterdir()] == ["list"]


def test_a_workbook_that_shows_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="Arbetsboken kan inte läsas"):
        take(all_hidden(tmp_path / "list"), ("case",))


def test_longer_rows_that_end_empty_are_cut(tmp_path: Path) -> None:
    write(tmp_path / "list", [*ROWS, ("A-3", "2026-01-04", "", "")])
    assert take(tmp_path / "list", ("case", "received")).used == 3


def test_cells_are_told_of_with_their_rows(tmp_path: Path) -> None:
    """A personal number kept as a number, one that is none, a code nobody expects, and a number that is none."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    rows = [
        ("Ärende", "Personnummer", "Enhet", "Antal behöriga"),
        ("A-1", 101019876, "Öster", 2),
        ("A-2", "x", "Nord", "två"),
    ]
    for row in rows:
        sheet.append(list(row))
    made.save(tmp_path / "list")
    columns = ColumnMap("x", (Column("unit", "Enhet", ("Öster",)),)).with_column("authorised", "Antal behöriga")
    taken = take(tmp_path / "list", ("case", "person"), columns)
    told = {(finding.fault, finding.field): finding.rows for finding in taken.findings}
    assert told == {
        (Fault.DOUBTFUL_NUMBER, "person"): (3,),
        (Fault.UNKNOWN_CODE, "unit"): (3,),
        (Fault.NOT_A_NUMBER, "authorised"): (3,),
    }


def test_a_field_there_is_none_of_is_refused() -> None:
    with pytest.raises(RuleBroken, match="Det finns inget fält som heter skonummer"):
        ColumnMap("x").with_column("skonummer", "Sko")
    saved = ColumnMap("x", (Column("case", "Ärende"),)).to_json().replace('"case"', '"skonummer"')
    with pytest.raises(RuleBroken, match="Det finns inget fält som heter skonummer"):
        from_json(saved)


LAST_OF_JANUARY = ibis.date("2026-01-31")
MOVED = [
    (TermUnit.DAYS, date(2026, 2, 2), date(2026, 1, 29)),
    (TermUnit.MONTHS, date(2026, 3, 31), date(2025, 11, 30)),
    (TermUnit.YEARS, date(2028, 1, 31), date(2024, 1, 31)),
]


def moved(move: Callable[[ibis.Value, Term], ibis.Value], term: Term) -> object:
    [[day]] = duckdb.execute(str(ibis.to_sql(move(LAST_OF_JANUARY, term), dialect="duckdb"))).fetchall()
    return day


def test_terms_are_moved_by_days_months_and_years_and_nothing_else() -> None:
    rule = used(BY_NAME["barnavardsutredning"], DAY).term
    assert rule is not None
    for unit, after, before in MOVED:
        term = replace(rule, unit=unit, value=2)
        assert (moved(later, term), moved(earlier, term)) == (after, before)
    for move in (later, earlier):
        with pytest.raises(ValueError, match="cannot count in"):
            move(LAST_OF_JANUARY, replace(rule, unit=TermUnit.WORKING_DAYS))


def test_which_list_a_check_reads() -> None:
    assert kind_read_by(RIGHTS_CHECKS[0]) is ExtractKind.RIGHTS
    assert kind_read_by(PAYMENT_CHECKS[0]) is ExtractKind.PAYMENTS
    assert kind_read_by(CHECKS[0]) is ExtractKind.CASES


def result(check: str, basis: Basis = Basis.OPENED, extended: int = 0) -> Result:
    curves = (
        Curves((Step(-1, 0.9, 0.0, 3),), (Step(0, 0.5, 0.0, 2), Step(3, 0.8, 0.0, 1))) if extended else Curves((), ())
    )
    asked = Round(BY_NAME[check], *YEAR, DAY, basis, used(BY_NAME[check], DAY).term)
    return Result(asked, Counts(3, 3, 0, 0, 0, extended, 1), (), (LINE,), curves)


def said(sentences: object) -> list[str]:
    return [str(sentence) for sentence in sentences]  # type: ignore[attr-defined]  # sentences in some order


def test_a_result_says_which_cases_it_is_of() -> None:
    assert term_key(BY_NAME["samverkan"].rule) == ""
    assert len(said(about(result("samverkan")))) == 1
    opened, closed = (
        said(about(result("barnavardsutredning"))),
        said(about(result("barnavardsutredning", Basis.CLOSED))),
    )
    assert len(closed) == len(opened) + 1
    assert opened != closed


def test_extensions_are_told_where_there_are_any() -> None:
    assert said(extension_sentences(result("barnavardsutredning"))) == []
    told = said(extension_sentences(result("barnavardsutredning", extended=2)))
    assert len(told) == 3
    assert "90" in told[1]
    assert "50" in told[2]


def test_a_line_says_what_is_open_and_uncertain() -> None:
    plain = said(line_sentences(LINE))
    busy = said(line_sentences(replace(LINE, late_now=1, pending=2, left=3, few=True)))
    assert (len(plain), len(busy)) == (2, 6)
    assert said(line_sentences(replace(LINE, few=True, is_estimate=True)))[-1] != busy[-1]


def test_findings_are_told_with_rows_or_that_there_are_none() -> None:
    assert len(said(finding_sentences(()))) == 1
    found = said(finding_sentences((Finding(Fault.EMPTY, "", 1, (4,)), Finding(Fault.UNKNOWN_CODE, "unit", 2, (5, 6)))))
    assert "4" in found[0]
    assert "5, 6" in found[1]


class NoRule:
    needs = ()


def test_a_check_that_cannot_be_judged_is_a_bug() -> None:
    asked = used(BY_NAME["mottagare_andrad"], DAY)
    with pytest.raises(ValueError, match="needs a term"):
        judge(replace(asked, term=None), asked.check.uses)
    unknown = replace(BY_NAME["samverkan"], rule=NoRule())  # type: ignore[arg-type]  # that is the point
    with pytest.raises(TypeError):
        judge(replace(asked, check=unknown), unknown.uses)
