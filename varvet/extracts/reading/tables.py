"""A file as one heading and its rows: titles above and a second heading row are understood, ragged rows refused."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import chain, islice, pairwise
from pathlib import Path

from varvet.extracts.mappings import simplified
from varvet.extracts.reading import delimited
from varvet.extracts.reading.delimited import Row
from varvet.extracts.reading.limits import (
    FORMULA,
    LIMITS,
    NO_FILE,
    NO_HEADING,
    OLD_WORKBOOK,
    RAGGED,
    TOO_MANY_ROWS,
    Limits,
    letters,
    unreadable,
)

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SEARCHED = 12  # rows in which the heading is looked for
STARTS_A_FORMULA = ("=", "@")
MAY_BE_ONE = (*STARTS_A_FORMULA, "+", "-")


@dataclass(frozen=True)
class Heading:
    """The names of the columns, and the row they stand in: the last of two."""

    names: tuple[str, ...]
    row: int


@dataclass(frozen=True)
class Table:
    """`rows` can be gone through once; each is as wide as the heading, and a blank one has no cells."""

    heading: Heading
    rows: Iterator[Row]


def open_table(file: Path, known: Mapping[str, str], limits: Limits = LIMITS) -> Table:
    """`known`: simplified headings that are looked for. RuleBroken, also while rows are read, for what is no list."""
    found = _rows(file, limits)
    head = list(islice(found, SEARCHED))
    heading = _heading(head, known)
    rest = chain((row for row in head if row[0] > heading.row), found)
    return Table(heading, _checked(rest, heading, limits))


def _rows(file: Path, limits: Limits) -> Iterator[Row]:
    try:
        with file.open("rb") as opened:
            start = opened.read(4)
    except OSError as error:
        raise unreadable("no_file", NO_FILE) from error
    if start == OLD:
        raise unreadable("old_workbook", OLD_WORKBOOK)
    if start != ZIP:
        return delimited.rows(file, limits)
    workbook = import_module("varvet.extracts.reading.workbook")  # loaded first when a workbook is sent
    found: Iterator[Row] = workbook.rows(file, limits)
    return found


def _heading(head: Sequence[Row], known: Mapping[str, str]) -> Heading:
    """The row with most headings that are known; two rows read together where that makes more of them known."""
    single = [(_score(names, known), Heading(names, row)) for row, names in _named(head)]
    both = [
        (_score(joined, known), Heading(joined, below[0]))
        for above, below in pairwise(head)
        for joined in [_joined(above[1], below[1])]
    ]
    best = max(chain(single, both), key=lambda scored: scored[0], default=(0, Heading((), 0)))
    if best[0] == 0:
        raise unreadable("no_heading", NO_HEADING, rows=SEARCHED)
    return best[1]


def _named(head: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
    return ((row, tuple(_text(cell) for cell in cells)) for row, cells in head)


def _score(names: Iterable[str], known: Mapping[str, str]) -> int:
    return len({known[name] for name in map(simplified, names) if name in known})


def _joined(above: Sequence[object], below: Sequence[object]) -> tuple[str, ...]:
    """What stands above several columns belongs to each of them, until the next one."""
    width = max(len(above), len(below))
    group, names = "", []
    for place in range(width):
        group = (_text(above[place]) if place < len(above) else "") or group
        own = _text(below[place]) if place < len(below) else ""
        names.append(f"{group} {own}".strip())
    return tuple(names)


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _checked(found: Iterable[Row], heading: Heading, limits: Limits) -> Iterator[Row]:
    width = len(heading.names)
    for count, (row, cells) in enumerate(found, 1):
        if count > limits.rows:
            raise unreadable("too_many_rows", TOO_MANY_ROWS, most=limits.rows)
        if not any(cell not in {None, ""} for cell in cells):
            yield row, ()
            continue
        _check_formulas(row, cells)
        yield row, _fitted(row, cells, width)


def _fitted(row: int, cells: Sequence[object], width: int) -> Sequence[object]:
    """A workbook's rows end with their last cell; in a text file each has all its separators."""
    if len(cells) == width:
        return cells
    if len(cells) < width and isinstance(cells, tuple):
        return (*cells, *([None] * (width - len(cells))))
    if len(cells) > width and not any(cell not in {None, ""} for cell in cells[width:]):
        return cells[:width]
    raise unreadable("ragged", RAGGED, row=row, found=len(cells), expected=width)


def _check_formulas(row: int, cells: Sequence[object]) -> None:
    for place, cell in enumerate(cells, 1):
        if isinstance(cell, str) and cell.startswith(MAY_BE_ONE) and _is_formula(cell):
            raise unreadable("formula", FORMULA, row=row, column=letters(place))


def _is_formula(text: str) -> bool:
    """A minus or plus begins a number or a dash too; with a parenthesis, a bar or a sign after it, a formula."""
    if text.startswith(STARTS_A_FORMULA):
        return len(text) > 1
    return any(sign in text for sign in "(|!")
