"""A list as a file: nothing in it is a formula, and a spreadsheet opens it as it was meant."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.search import files
from varvet.kernel.search.files import Sheet, as_csv, as_xlsx, check_size, harmless

SIGNS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\ufeff=1", "＝1"]
HOSTILE = [*SIGNS, "=cmd|' /C calc'!A0"]


def sheet(*rows: tuple[files.Cell, ...]) -> Sheet:
    return Sheet("lista", ("Ärende", "Antal"), rows, len(rows))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_would_begin_a_formula_is_text(text: str) -> None:
    assert harmless(text).startswith("'")
    line = b"".join(as_csv(sheet((text, 1)))).decode("utf-8-sig").splitlines()[1]
    assert line.lstrip('"').startswith("'")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_workbook_is_a_formula(text: str) -> None:
    page = openpyxl.load_workbook(BytesIO(as_xlsx(sheet((text, 1))))).worksheets[0]
    assert page["A2"].data_type == "s"
    assert page["A2"].hyperlink is None


@pytest.mark.parametrize("text", ["Bemötande", "AVV-2026-0001", "7–8", "a=b", "http://example.org", "12"])
def test_other_text_is_as_it_was(text: str) -> None:
    assert harmless(text) == text
    page = openpyxl.load_workbook(BytesIO(as_xlsx(sheet((text, 1))))).worksheets[0]
    assert (page["A2"].value, page["A2"].data_type, page["A2"].hyperlink) == (text, "s", None)


def test_swedish_letters_days_and_gaps_in_csv() -> None:
    content = b"".join(as_csv(sheet(('Åsa; "Ö"', 3), (date(2026, 3, 16), None))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == 'Ärende;Antal\r\n"Åsa; ""Ö""";3\r\n2026-03-16;\r\n'


def test_days_and_numbers_are_such_in_a_workbook() -> None:
    page = openpyxl.load_workbook(BytesIO(as_xlsx(sheet((date(2026, 3, 16), 3), (None, None))))).worksheets[0]
    assert page["A2"].is_date
    assert page["B2"].value == 3
    assert page["A3"].value is None


def test_signs_that_no_text_needs_are_left_out() -> None:
    assert harmless("a\0b\x1bc\u202e") == "a b c "
    as_xlsx(sheet(("a\0b\x0b", 1)))


def test_a_list_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_ROWS", 3)
    check_size(3)
    with pytest.raises(RuleBroken, match="fler än 3 ärenden"):
        check_size(4)
