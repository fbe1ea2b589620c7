"""What is asked of a small list whose rows a register makes something of, and what is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from varvet.extracts.reading.limits import Limits


@dataclass(frozen=True)
class ReadRows:
    """Read the file that follows. `known` are simplified headings and what each column is called here."""

    known: Mapping[str, str]
    limits: Limits


@dataclass(frozen=True)
class RowTold:
    """A row by its number in the file; a cell is text, a number, a truth or empty, and a day is ISO 8601."""

    number: int
    cells: Mapping[str, Any]


@dataclass(frozen=True)
class RowsTold:
    """Of the known columns only; a blank row is not told of. `columns` are those that were found."""

    columns: tuple[str, ...]
    rows: tuple[RowTold, ...]
