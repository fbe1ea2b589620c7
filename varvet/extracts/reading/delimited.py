"""Rows of a text file: its encoding and separator are found out, and never more than a line is held."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from varvet.extracts.reading.limits import (
    BAD_QUOTES,
    CUT_OFF,
    MEGABYTE,
    NO_TEXT,
    TOO_LARGE,
    TOO_LONG_LINE,
    TOO_WIDE,
    Limits,
    unreadable,
)

SEPARATORS = (";", "\t", ",", "|")
CHUNK = 1_048_576  # bytes
LOOKED_AT = 30  # lines
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BYTES = {"utf-16": 2, "utf-16-le": 2, "utf-16-be": 2, "utf-32": 4}  # a letter takes so many, or a multiple of it
FALLBACK = "cp1252"  # what Excel on a Swedish Windows writes
SEPARATOR_LINE = "sep="

Row = tuple[int, Sequence[object]]


def check_size(file: Path, limits: Limits) -> None:
    """Before a byte is read."""
    size = file.stat().st_size
    if size > limits.text_file:
        most = limits.text_file // MEGABYTE
        raise unreadable("too_large", TOO_LARGE, size=-(-size // MEGABYTE), most=most)


def rows(file: Path, limits: Limits) -> Iterator[Row]:
    """Each row with the number of its line; blank lines are rows without cells. RuleBroken for what is no list."""
    check_size(file, limits)
    encoding = encoding_of(file)
    separator, told = separator_of(file, encoding, limits)
    csv.field_size_limit(limits.cell)
    with file.open("rb") as opened:
        lines = _lines(opened, encoding, limits, separator)
        if told:
            next(lines)
        yield from _parsed(lines, separator, int(told))


def encoding_of(file: Path) -> str:
    """UTF-16, UTF-32 and UTF-8 as they show themselves; all else is Windows-1252."""
    with file.open("rb") as opened:
        head = opened.read(CHUNK)
    shown = next((name for mark, name in MARKS if head.startswith(mark)), "")
    wide = shown or (_without_mark(head) if b"\0" in head else "")
    if file.stat().st_size % BYTES.get(wide, 1):
        raise unreadable("cut_off", CUT_OFF)
    return wide or ("utf-8" if _is_utf8(file) else FALLBACK)


def separator_of(file: Path, encoding: str, limits: Limits) -> tuple[str, bool]:
    """The sign that parts the first lines into most columns, and whether a line of its own says so, as Excel writes."""
    with file.open("rb") as opened:
        lines = _lines(opened, encoding, limits, "")
        head = [line for _, line in zip(range(LOOKED_AT), lines, strict=False)]
    told = head[0].strip().casefold() if head else ""
    if told.startswith(SEPARATOR_LINE) and told[len(SEPARATOR_LINE) :] in SEPARATORS:
        return told[len(SEPARATOR_LINE) :], True
    return max(SEPARATORS, key=lambda sign: _columns(head, sign)), False


def _columns(head: list[str], sign: str) -> int:
    """How many columns most lines have; a sign that stands inside quotes parts nothing."""
    try:
        widths = sorted(len(row) for row in csv.reader(head, delimiter=sign))
    except csv.Error:
        return 0
    return widths[len(widths) // 2] if widths else 0


def _parsed(lines: Iterator[str], separator: str, before: int) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=separator, strict=True)
    row = before + 1
    try:
        for cells in reader:
            yield row, cells
            row = before + reader.line_num + 1
    except csv.Error as error:
        raise unreadable("bad_quotes", BAD_QUOTES, row=row) from error


def _lines(opened: BinaryIO, encoding: str, limits: Limits, separator: str) -> Iterator[str]:
    """A line at a time, and refused before it is whole when it is too long."""
    text = TextIOWrapper(opened, encoding, errors="replace", newline=None)
    number = 0
    while line := text.readline(limits.line):
        number += 1
        _check_line(line, number, separator, limits)
        yield line.replace("\0", "")
    text.detach()


def _check_line(line: str, number: int, separator: str, limits: Limits) -> None:
    signs = (separator,) if separator else SEPARATORS
    if max(line.count(sign) for sign in signs) >= limits.columns and (separator or len(line) >= limits.line):
        raise unreadable("too_wide", TOO_WIDE, row=number, most=limits.columns)
    if len(line) >= limits.line:
        raise unreadable("too_long_line", TOO_LONG_LINE, row=number, most=limits.line)


def _without_mark(head: bytes) -> str:
    """UTF-16 without its mark has a zero in every other byte of plain letters."""
    odd, even = head[1::2].count(0), head[0::2].count(0)
    half = len(head) // 4
    if odd > half or even > half:
        return "utf-16-le" if odd > even else "utf-16-be"
    raise unreadable("no_text", NO_TEXT)


def _is_utf8(file: Path) -> bool:
    """The whole file: the first letter that tells may stand far down in a long list.

    RuleBroken where all but the last letter is, and shows itself to be: the file has lost its end.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        shows = _decoded(file, decoder)
    except UnicodeDecodeError:
        return False
    is_whole = not decoder.getstate()[0]
    if shows and not is_whole:
        raise unreadable("cut_off", CUT_OFF)
    return is_whole


def _decoded(file: Path, decoder: codecs.IncrementalDecoder) -> bool:
    """Whether there was a letter that not every encoding writes alike."""
    shows = False
    with file.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            shows = not decoder.decode(chunk).isascii() or shows
    return shows
