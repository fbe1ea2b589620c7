"""Rows of an XLSX workbook, one at a time; what would swell is refused before it is unpacked."""

import re
import struct
import warnings
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from lxml.etree import XMLSyntaxError
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from varvet.extracts.reading.delimited import Row
from varvet.extracts.reading.limits import (
    BROKEN_WORKBOOK,
    MEGABYTE,
    SWELLS,
    TOO_LARGE,
    TOO_WIDE,
    Limits,
    unreadable,
)

ROWS_OF_A_SHEET = "xl/worksheets/"
PARTS = 2_000
OF_MANY = (ArrayFormula, DataTableFormula)  # come as objects; the others as texts that begin with an equals sign
FORMULA = "=()"
ROW_BEGINS, CELL = re.compile(rb"<(?:\w+:)?row[ >/]"), re.compile(rb"<(?:\w+:)?c[ >/]")
SLACK = 20  # rows that end with many empty cells are read, and cut
# What the libraries say of a file that is not what its name says.
BROKEN = (
    *(BadZipFile, LargeZipFile, zlib.error, ParseError, XMLSyntaxError, InvalidFileException),
    *(KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError),
    *(OSError, OverflowError, RuntimeError, struct.error),
)


def rows(file: Path, limits: Limits) -> Iterator[Row]:
    """The first sheet that is shown. Formulas come as texts that begin with an equals sign."""
    size = file.stat().st_size
    if size > limits.workbook:
        most = limits.workbook // MEGABYTE
        raise unreadable("too_large", TOO_LARGE, size=-(-size // MEGABYTE), most=most)
    check_unpacked(file, limits)
    try:
        check_width(file, limits)
    except BROKEN as error:
        raise unreadable("broken_workbook", BROKEN_WORKBOOK) from error
    with file.open("rb") as opened:  # by its name, the library would judge it by its ending
        book = _opened(opened)
        yield from _rows_of(book, limits)


def check_unpacked(file: Path, limits: Limits) -> None:
    """By what the archive says of itself; unpacking stops where a part is longer than it said."""
    try:
        with ZipFile(file) as archive:
            parts = archive.infolist()
    except BROKEN as error:
        raise unreadable("broken_workbook", BROKEN_WORKBOOK) from error
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise unreadable("broken_workbook", BROKEN_WORKBOOK)
    whole = sum(part.file_size for part in parts)
    if whole > limits.unpacked or len(parts) > PARTS or any(_swells(part, limits) for part in parts):
        raise unreadable("swells", SWELLS)


def check_width(file: Path, limits: Limits) -> None:
    """Before the sheets are read: the library holds a whole row, however long it is."""
    with ZipFile(file) as archive, closing(_long_rows(archive)) as seen:
        wide = next((row for row, cells in seen if cells > limits.columns * SLACK), None)
    if wide is not None:
        raise unreadable("too_wide", TOO_WIDE, row=wide, most=limits.columns)


def _long_rows(archive: ZipFile) -> Generator[tuple[int, int]]:
    """Of every sheet."""
    for name in archive.namelist():
        if name.startswith(ROWS_OF_A_SHEET) and name.endswith(".xml"):
            yield from _long_rows_of(archive, name)


def _long_rows_of(archive: ZipFile, name: str) -> Generator[tuple[int, int]]:
    """For each megabyte of a sheet the row it ends in, and about how many cells of it have been seen."""
    row = cells = 0
    with archive.open(name) as sheet:
        while part := sheet.read(MEGABYTE):
            *ended, last = ROW_BEGINS.split(part)
            row, cells = row + len(ended), len(CELL.findall(last)) + (0 if ended else cells)
            yield row, cells


def _swells(part: ZipInfo, limits: Limits) -> bool:
    held = not part.filename.startswith(ROWS_OF_A_SHEET)
    if held and part.file_size > limits.held_whole:
        return True
    return part.file_size > limits.held_whole // 5 and part.file_size > limits.swelling * max(1, part.compress_size)


def _opened(file: BinaryIO) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a workbook without styles is as good as one with
            return load_workbook(file, read_only=True, data_only=False, keep_links=False)
    except BROKEN as error:
        raise unreadable("broken_workbook", BROKEN_WORKBOOK) from error


def _rows_of(book: Workbook, limits: Limits) -> Iterator[Row]:
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not shown:
        raise unreadable("broken_workbook", BROKEN_WORKBOOK)
    found = shown[0].iter_rows(values_only=True)
    number = 0
    while True:
        try:
            cells = next(found, None)
        except BROKEN as error:
            raise unreadable("broken_workbook", BROKEN_WORKBOOK) from error
        if cells is None:
            return
        number += 1
        kept = _without_empty_end(tuple(FORMULA if isinstance(cell, OF_MANY) else cell for cell in cells))
        if len(kept) > limits.columns:
            raise unreadable("too_wide", TOO_WIDE, row=number, most=limits.columns)
        yield number, kept


def _without_empty_end(cells: tuple[object, ...]) -> tuple[object, ...]:
    last = len(cells)
    while last and cells[last - 1] in {None, ""}:
        last -= 1
    return cells[:last]
