"""The report as a workbook: contents first, then a sheet for each table and each chart, with real numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from varvet.insight.annual_report.chart_data import Measured, Number
from varvet.insight.annual_report.chart_tables import as_table
from varvet.insight.annual_report.value import Align, Cell, Column, Report, Role, Table
from varvet.kernel.paper import characters

if TYPE_CHECKING:
    from varvet.insight.annual_report.drawings import Drawings

ACCENT, MUTED, HAIR = "#14505c", "#56636a", "#d5dde0"
NUMBER_FORMATS = {
    Measured.COUNT: "#,##0",
    Measured.DAYS: "#,##0",
    Measured.PERCENT: '0"\u00a0%"',
    Measured.DECIMAL: "#,##0.0",
    Measured.WORDS: "General",
}
PERCENT_WITH_PLACE = '0.0"\u00a0%"'  # 72,4 %; one format for both would show "72, %"
HEADER_ROW = 3
MAKES_SAME_BYTES = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # a workbook wants a date of making


@dataclass(frozen=True)
class Place:
    """A column of a sheet: a table's column, or the year before of one."""

    column: Column
    index: int  # in the table
    is_previous: bool = False

    @property
    def label(self) -> str:
        label = self.column.label.replace("\u00ad", "").replace("\u00a0", " ")
        return f"{label}, {self.column.previous_label}" if self.is_previous else label

    def number(self, cell: Cell) -> Number | None:
        return cell.previous if self.is_previous else cell.value


def render(report: Report, _drawings: "Drawings | None" = None) -> bytes:
    report = characters.for_xml(report)
    out = BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    meta = report.meta
    book.set_properties(
        {
            "title": meta.title,
            "subject": f"{meta.subtitle}, {meta.period}",
            "author": meta.organisation,
            "comments": meta.colophon,
            "created": MAKES_SAME_BYTES,
        }
    )
    tables = [*report.tables, *map(as_table, report.charts)]
    names = sheet_names([table.label for table in tables])
    styles = Styles(book)
    write_contents(book.add_worksheet("Innehåll"), report, list(zip(names, tables, strict=True)), styles)
    for name, table in zip(names, tables, strict=True):
        write_table(book.add_worksheet(name), table, styles)
    book.close()
    return out.getvalue()


def sheet_names(labels: list[str]) -> list[str]:
    """At most 31 characters, none of []:*?/\\ and no quote at the ends, unique whatever the case."""
    taken = {"innehåll", "history"}
    names = []
    for label in labels:
        clean = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", label).strip(" '")[:31].strip(" '") or "Tabell"
        name, n = clean, 2
        while name.lower() in taken:
            name, n = f"{clean[:26]} ({n})", n + 1
        taken.add(name.lower())
        names.append(name)
    return names


class Styles:
    """Formats of one workbook, made once each."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.title = book.add_format({"bold": True, "font_size": 14, "font_color": ACCENT})
        self.heading = book.add_format({"bold": True, "font_size": 12})
        self.quiet = book.add_format({"font_color": MUTED, "font_size": 10})
        self.link = book.add_format({"font_color": ACCENT, "underline": 1})
        self.plain = book.add_format({"valign": "top", "text_wrap": True})
        self.kept: dict[tuple[str, Align, Role], Format] = {}

    def head(self, column: Column) -> Format:
        return self.book.add_format(
            {
                "bold": True,
                "bottom": 2,
                "bottom_color": ACCENT,
                "text_wrap": True,
                "valign": "bottom",
                "align": column.align.value,
            }
        )

    def cell(self, column: Column, role: Role, number: Number | None) -> Format:
        shown = NUMBER_FORMATS[column.measured]
        if column.measured is Measured.PERCENT and number is not None and number != int(number):
            shown = PERCENT_WITH_PLACE
        key = (shown, column.align, role)
        if key not in self.kept:
            style = {
                "num_format": shown,
                "align": column.align.value,
                "valign": "top",
                "text_wrap": column.align is Align.LEFT,
                "bottom": 1,
                "bottom_color": HAIR,
            }
            if role is Role.TOTAL:
                style |= {"bold": True, "top": 2, "top_color": ACCENT, "bottom": 2, "bottom_color": ACCENT}
            self.kept[key] = self.book.add_format(style)
        return self.kept[key]


def write_contents(sheet: Worksheet, report: Report, tables: list[tuple[str, Table]], styles: Styles) -> None:
    meta = report.meta
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 80)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, meta.title, styles.title)
    sheet.write_string(1, 0, f"{meta.organisation}, {meta.subtitle}, {meta.period}", styles.quiet)
    sheet.write_string(2, 0, "0 = räknat, inget förekom. – = inte mätt. .. = dold eller för osäker.", styles.quiet)
    for row, (name, table) in enumerate(tables, 4):
        escaped = name.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{escaped}'!A1", styles.link, table.label)
        sheet.write_string(row, 1, table.title, styles.plain)
    sheet.write_string(5 + len(tables), 0, meta.colophon, styles.quiet)


def places(table: Table) -> Iterator[Place]:
    for index, column in enumerate(table.columns):
        yield Place(column, index)
        if column.previous_label:
            yield Place(column, index, is_previous=True)


def write_table(sheet: Worksheet, table: Table, styles: Styles) -> None:
    columns = list(places(table))
    with_sub = any(row.name.sub for row in table.rows)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, f"{table.label} {table.title}", styles.heading)
    sheet.write_string(1, 0, table.counts, styles.quiet)
    for x, place in enumerate(columns):
        sheet.write_string(HEADER_ROW, x, place.label, styles.head(place.column))
        wide = 44 if x == 0 else 14 if place.column.measured is not Measured.WORDS else 24
        sheet.set_column(x, x, wide)
    for y, row in enumerate(table.rows, HEADER_ROW + 1):
        for x, place in enumerate(columns):
            cell = row.cells[place.index]
            write_cell(sheet, (y, x), cell, place, styles.cell(place.column, row.role, place.number(cell)))
    if with_sub:
        sheet.set_column(0, 0, 52)
    for y, note in enumerate(table.notes, HEADER_ROW + len(table.rows) + 2):
        sheet.write_string(y, 0, note, styles.quiet)
    sheet.freeze_panes(HEADER_ROW + 1, 1)


def write_cell(sheet: Worksheet, at: tuple[int, int], cell: Cell, place: Place, style: Format) -> None:
    number = place.number(cell)
    if number is not None:
        sheet.write_number(at[0], at[1], number, style)
        return
    text = "" if place.is_previous else cell.text.replace("\u00ad", "")
    sheet.write_string(at[0], at[1], f"{text}, {cell.sub}" if cell.sub else text, style)
