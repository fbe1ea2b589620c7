"""A list as a file: coded values in rows, as CSV or a spreadsheet in which nothing is a formula."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO, StringIO
from itertools import chain

import xlsxwriter
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

MOST_ROWS = 20_000
FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # what a spreadsheet may take for the beginning of one
Cell = str | int | date | None


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


CONTENT_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Sheet:
    """A list to be written: the name of the file without its ending, the heads and, read once, so many rows."""

    name: str
    heads: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]
    count: int


@dataclass(frozen=True)
class Asked:
    """Which list was taken out, how it was narrowed (coded values only), and in which format."""

    register: str
    chosen: Mapping[str, str | int]
    format: Format
    unit: int | None = None


def check_size(count: int) -> None:
    """RuleBroken for a list that is too long to be taken out whole."""
    if count > MOST_ROWS:
        wording = marked("Urvalet har fler än {most} ärenden. Välj en kortare period eller en enhet.")
        raise RuleBroken("export.many", wording, values={"most": MOST_ROWS})


def answer_with(sheet: Sheet, asked: Asked, *, by: User) -> HttpResponseBase:
    """The file. That it was taken out is noted, with how it was narrowed and how long it is."""
    data = {"format": asked.format, "rows": sheet.count, "chosen": {k: v for k, v in asked.chosen.items() if v != ""}}
    subject = trail.Subject(kind=asked.register, actor_id=by.pk, unit_id=asked.unit)
    trail.write([trail.event("exported", subject, data=data)])
    headers = {"Content-Disposition": f'attachment; filename="{sheet.name}.{asked.format}"'}
    if asked.format is Format.CSV:
        return StreamingHttpResponse(as_csv(sheet), content_type=CONTENT_TYPES[Format.CSV], headers=headers)
    return HttpResponse(as_xlsx(sheet), content_type=CONTENT_TYPES[Format.XLSX], headers=headers)


def plain(text: str) -> str:
    """Without signs that no text needs and some readers take for orders."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def harmless(text: str) -> str:
    """Plain text that a spreadsheet reads as text: an apostrophe before what would begin a formula."""
    said = plain(text)
    return f"'{said}" if said.lstrip().startswith(FORMULAS) else said


def _in_csv(cell: Cell) -> str | int:
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else cell


def as_csv(sheet: Sheet) -> Iterator[bytes]:
    """Line by line, with semicolons and the mark by which Swedish Excel knows UTF-8."""
    yield b"\xef\xbb\xbf"
    for row in chain([sheet.heads], sheet.rows):
        line = StringIO()
        csv.writer(line, delimiter=";", lineterminator="\r\n").writerow([_in_csv(cell) for cell in row])
        yield line.getvalue().encode()


def as_xlsx(sheet: Sheet) -> bytes:
    """A workbook of one sheet; days are days, numbers are numbers, and all else is text."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        page, bold = book.add_worksheet(_("Lista")), book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        page.freeze_panes(1, 0)
        page.set_column(0, len(sheet.heads) - 1, 18)
        for column, head in enumerate(sheet.heads):
            page.write_string(0, column, head, bold)
        for number, row in enumerate(sheet.rows, 1):
            _write_row(page, number, row, day)
    return target.getvalue()


def _write_row(page: xlsxwriter.worksheet.Worksheet, number: int, row: Sequence[Cell], day: object) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, date):
            page.write_datetime(number, column, cell, day)
        elif isinstance(cell, int):
            page.write_number(number, column, cell)
        elif cell:
            page.write_string(number, column, plain(cell))
