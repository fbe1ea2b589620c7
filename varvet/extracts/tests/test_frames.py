"""Lists as frames: codes alone, what was wrong told, each code once, and the list's own names only when asked."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from varvet.extracts.findings import Fault
from varvet.extracts.frames import Row, Wanted, own_names, read_frame
from varvet.extracts.mappings import Column, ColumnMap
from varvet.extracts.reading.limits import Limits
from varvet.extracts.tests.made import pseudonyms
from varvet.kernel.records.errors import RuleBroken

PERSONAL = "19900101-0017"
CASES = Wanted(ColumnMap(""), ("case", "person"))
SHORT = Wanted(ColumnMap(""), ("case",), None, Limits(rows=2))
LINES = (
    "Ärendenummer;Kön;Enhet;Grupp",
    "A-1;Kvinna;Nord;Unga",
    "A-2;Man;;",
    "a-1;Kvinna;Nord;Unga",
    ";Man;Syd;",
    "A-3;vet ej;Syd;",
    f"A-4;Man;{PERSONAL};",
)


def content(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def test_each_case_once_and_in_codes() -> None:
    found = read_frame(content(*LINES), CASES, pseudonyms())
    of = pseudonyms().of
    assert found.rows == (
        Row(of("A-1"), "female", "Nord", "Unga"),
        Row(of("A-2"), "male"),
        Row(of("A-3"), "", "Syd"),
        Row(of("A-4"), "male"),
    )
    assert found.read == 6


def test_what_was_wrong_is_told_with_rows_and_without_content() -> None:
    found = read_frame(content(*LINES), CASES, pseudonyms()).findings
    told = {(finding.fault, finding.field): finding.rows for finding in found}
    assert told[Fault.DUPLICATE, ""] == (4,)
    assert told[Fault.NO_CASE, ""] == (5,)
    assert told[Fault.UNKNOWN_CODE, "sex"] == (6,)
    assert told[Fault.PERSONAL_NUMBER, "unit"] == (7,)


def test_a_person_stands_for_the_case_where_there_is_no_case() -> None:
    found = read_frame(content("Personnummer;Kön", f"{PERSONAL};Man"), CASES, pseudonyms())
    assert found.rows == (Row(pseudonyms().of("199001010017"), "male"),)


def test_staff_are_codes_too() -> None:
    found = read_frame(content("Användare", "anna01"), Wanted(ColumnMap(""), ("staff",)), pseudonyms())
    assert found.rows == (Row(pseudonyms().of("anna01")),)


def test_a_workbook_and_windows_text_are_read() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Ärendenummer", "Kön"])
    sheet.append([1234567, "Kvinna"])
    buffer = BytesIO()
    book.save(buffer)
    expected = (Row(pseudonyms().of("1234567"), "female"),)
    assert read_frame(buffer.getvalue(), CASES, pseudonyms()).rows == expected
    lines = content("Ärendenummer;Kön", "1234567;Kvinna", encoding="cp1252")
    assert read_frame(lines, CASES, pseudonyms()).rows == expected


def test_a_chosen_column_goes_before_what_is_remembered() -> None:
    lines = content("Ref;Nr", "A;B")
    remembered = ColumnMap("", (Column("case", "Nr"),))
    before = Wanted(ColumnMap(""), ("case",), remembered)
    assert read_frame(lines, before, pseudonyms()).rows == (Row(pseudonyms().of("B")),)
    chosen = Wanted(ColumnMap("", (Column("case", "Ref"),)), ("case",), remembered)
    assert read_frame(lines, chosen, pseudonyms()).rows == (Row(pseudonyms().of("A")),)


@pytest.mark.parametrize(
    ("lines", "wanted", "code"),
    [
        (("Kön;Enhet", "Man;Nord"), CASES, "extracts.no_name"),
        (("Ärendenummer", "A-1"), Wanted(ColumnMap("", (Column("sex", "Gender"),)), ("case",)), "extracts.no_column"),
        (("hej", "A-1"), CASES, "extracts.no_heading"),
        (("Ärendenummer;Kön", "A-1"), CASES, "extracts.ragged"),
        (("Ärendenummer", "=1+1"), CASES, "extracts.formula"),
        (
            ("Ärendenummer", "A", "B", "C"),
            Wanted(ColumnMap(""), ("case",), None, Limits(rows=2)),
            "extracts.too_many_rows",
        ),
    ],
)
def test_what_is_no_list_is_refused(lines: tuple[str, ...], wanted: Wanted, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        read_frame(content(*lines), wanted, pseudonyms())
    assert broken.value.code == code


def test_the_lists_own_names_of_some_codes() -> None:
    of = pseudonyms().of
    assert own_names(content(*LINES), CASES, pseudonyms(), {of("A-2"), of("A-9")}) == {of("A-2"): "A-2"}
