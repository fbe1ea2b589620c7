"""Lists as case systems write them: separators, encodings, Excel's days, titles above and headings in two rows."""

from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
from openpyxl import Workbook

from varvet.extracts.findings import Fault
from varvet.extracts.intake import Intake
from varvet.extracts.mappings import ColumnMap, from_json
from varvet.extracts.tests.made import take, write
from varvet.kernel.records.errors import RuleBroken

FIELDS = ("case", "sex", "unit", "received", "assessed", "safety")
HEADING = ("Ärendenr", "Kön", "Enhet", "Ankomstdatum", "Förhandsbedömd", "Handläggare")
FIRST = ("A-1", "K", "Öster", "2026-01-02", "2026-01-10", "Anna Ek")
SECOND = ("A-2", "man", "Väster", "2026-01-03", "", "Bo Ek")


def rows_of(intake: Intake) -> list[tuple[object, ...]]:
    return duckdb.execute(f"SELECT * EXCLUDE (row_, aside_, \"case\") FROM '{intake.file}' ORDER BY row_").fetchall()  # noqa: S608


EXPECTED = [
    ("female", "Öster", date(2026, 1, 2), date(2026, 1, 10)),
    ("male", "Väster", date(2026, 1, 3), None),
]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_separators_and_encodings(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = (HEADING, FIRST, SECOND)
    intake = take(write(tmp_path / "list.csv", rows, separator=separator, encoding=encoding), FIELDS)
    assert rows_of(intake) == EXPECTED
    assert (intake.read, intake.aside, intake.left_out) == (2, 0, 1)


def test_the_first_letter_that_tells_the_encoding_may_stand_far_down(tmp_path: Path) -> None:
    many = [("A-1", "K", "Vaster", "2026-01-02")] * 60_000
    rows = [("Case", "Kon", "Enhet", "Inkommen"), *many, ("A-2", "K", "Öster", "2026-01-02")]
    columns = ColumnMap("test").with_column("case", "Case").with_column("sex", "Kon")
    intake = take(write(tmp_path / "list.csv", rows, encoding="cp1252"), ("unit", "received"), columns)
    assert rows_of(intake)[-1][1] == "Öster"


def test_excel_says_its_separator(tmp_path: Path) -> None:
    intake = take(write(tmp_path / "list.csv", [("sep=;",), HEADING, FIRST]), FIELDS)
    assert rows_of(intake) == EXPECTED[:1]


def test_titles_above_and_blank_rows_below(tmp_path: Path) -> None:
    rows = [("Uttag ur systemet",), ("2026-02-01",), (), HEADING, FIRST, ("", "", "", "", "", ""), SECOND]
    intake = take(write(tmp_path / "list.csv", rows), FIELDS)
    assert (intake.read, intake.used) == (3, 2)
    assert [(f.fault, f.count, f.rows) for f in intake.findings] == [(Fault.EMPTY, 1, (6,))]


def test_headings_in_two_rows(tmp_path: Path) -> None:
    rows = [
        ("Ärende", "", "Datum", ""),
        ("nummer", "kön", "inkommen", "förhandsbedömd"),
        ("A-1", "K", "2026-01-02", "2026-01-10"),
    ]
    columns = ColumnMap("test").with_column("case", "Ärende nummer").with_column("sex", "Ärende kön")
    columns = columns.with_column("received", "Datum inkommen").with_column("assessed", "Datum förhandsbedömd")
    assert rows_of(take(write(tmp_path / "list.csv", rows), (), columns)) == [
        ("female", date(2026, 1, 2), date(2026, 1, 10))
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("46024", date(2026, 1, 2)),
        ("46024.5", date(2026, 1, 2)),
        ("46024,0", date(2026, 1, 2)),
        ("20260102", date(2026, 1, 2)),
        ("2026-01-02 23:59:59", date(2026, 1, 2)),
        ("2026-01-02T23:59", date(2026, 1, 2)),
        ("2/1/2026", date(2026, 1, 2)),
        ("29.02.2024", date(2024, 2, 29)),
    ],
)
def test_days(tmp_path: Path, written: str, day: date) -> None:
    intake = take(write(tmp_path / "list.csv", [HEADING, (*FIRST[:3], written, "", "")]), FIELDS)
    assert rows_of(intake)[0][2] == day


@pytest.mark.parametrize(
    "written", ["2026-02-30", "2026-13-01", "1/13/2026", "0", "2026", "snart", "9999-01-01", "99999"]
)
def test_an_impossible_day_sets_the_row_aside(tmp_path: Path, written: str) -> None:
    intake = take(write(tmp_path / "list.csv", [HEADING, FIRST, (*FIRST[:3], written, "", "")]), FIELDS)
    assert (intake.read, intake.used) == (2, 1)
    assert [(f.fault, f.field, f.rows) for f in intake.findings] == [(Fault.IMPOSSIBLE_DAY, "received", (3,))]


def test_a_workbook_with_real_days_and_numbers(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Uttag"])
    sheet.append(list(HEADING))
    sheet.append([101, "K", "Öster", date(2026, 1, 2), datetime(2026, 1, 10, 8, 0), None])  # noqa: DTZ001 - Excel has none
    sheet.append([102, "M", "Väster", 46025])
    book.save(tmp_path / "list.xlsx")
    intake = take(tmp_path / "list.xlsx", FIELDS)
    assert rows_of(intake) == EXPECTED


def test_what_cannot_be_used_is_told_and_nothing_is_dropped_in_silence(tmp_path: Path) -> None:
    rows = [
        HEADING,
        ("", "K", "Öster", "2026-01-02", "", ""),
        ("A-2", "", "", "2026-01-02", "", ""),
        ("A-3", "X", "Anna Ek 800101-9876", "2026-01-02", "", ""),
        ("A-4", "K", "x" * 61, "2026-01-02", "", ""),
    ]
    intake = take(write(tmp_path / "list.csv", rows), FIELDS)
    assert (intake.read, intake.used) == (4, 3)
    assert {(f.fault, f.field, f.rows) for f in intake.findings} == {
        (Fault.NO_CASE, "case", (2,)),
        (Fault.NO_SEX, "sex", (3,)),
        (Fault.NO_UNIT, "unit", (3,)),
        (Fault.UNKNOWN_CODE, "sex", (4,)),
        (Fault.PERSONAL_NUMBER, "unit", (4,)),
        (Fault.FREE_TEXT, "unit", (5,)),
    }


def test_a_choice_of_columns_is_kept(tmp_path: Path) -> None:
    chosen = take(write(tmp_path / "list.csv", [HEADING, FIRST]), FIELDS).columns
    assert from_json(chosen.to_json()) == chosen
    assert chosen.heading_of("received") == "Ankomstdatum"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"source": "x", "columns": [{"field": "case"}]}'])
def test_a_file_that_is_no_choice_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken, match="kolumnval"):
        from_json(text)
