"""The eight kinds of files that case systems and people send wrong, for whichever way in: read, or one sentence."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from varvet.extracts.tests.made import write
from varvet.extracts.tests.test_wrong_files import bomb, many_columns, sparse

HEADING = ("Ärende", "Kön", "Inkom", "Förhandsbedömd")
ROWS = [("Ö-1", "kvinna", "2026-02-01", "2026-02-05"), ("Å-2", "man", "2026-02-01", "2026-02-20")]
EXCEL_DAY_ZERO = date(1899, 12, 30)


def with_tabs(file: Path) -> None:
    write(file, [HEADING, *ROWS], separator="\t")


def of_windows(file: Path) -> None:
    write(file, [HEADING, *ROWS], encoding="cp1252")


def with_days_as_numbers(file: Path) -> None:
    """As Excel keeps a day that nobody has given the look of one."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(HEADING))
    for case, sex, *days in ROWS:
        sheet.append([case, sex, *((date.fromisoformat(day) - EXCEL_DAY_ZERO).days for day in days)])
    book.save(file)


def with_two_headings(file: Path) -> None:
    write(file, [("Om ärendet", "", "Datum", ""), HEADING, *ROWS])


def with_formula(file: Path) -> None:
    write(file, [HEADING, *ROWS, ("A-3", "man", "=1+1", "")])


READ: dict[str, Callable[[Path], None]] = {
    "other separator": with_tabs,
    "Windows-1252": of_windows,
    "Excel dates as numbers": with_days_as_numbers,
    "two header rows": with_two_headings,
}
REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "a formula": (with_formula, "Rad 4, kolumn C innehåller en formel."),
    "a million columns": (many_columns, "Rad 1 har fler än 500 kolumner."),
    "a zip bomb": (bomb, "packas upp till mer"),
    "5 GB": (sparse, "Filen är 5000 MB. Högst 2000 MB kan läsas"),
}
