"""Small lists for the tests, written as case systems write them and taken in as the program does."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from varvet.extracts.checks.results import Result
from varvet.extracts.checks.running import By, ReadList, run
from varvet.extracts.checks.shapes import Basis, Check, Round, term_key
from varvet.extracts.checks.shipped import BY_NAME
from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.intake import Intake, Order, take_in
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.pseudonyms import Pseudonyms, key_for
from varvet.kernel.law.terms import shipped_terms, term_on

KEY = key_for(b"only for tests, 32 bytes long...", "solberga")
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
Rows = Sequence[Sequence[str]]


def pseudonyms() -> Pseudonyms:
    return Pseudonyms(KEY, this_year=2026)


def write(file: Path, rows: Rows, *, separator: str = ";", encoding: str = "utf-8") -> Path:
    file.write_bytes("".join(f"{separator.join(row)}\r\n" for row in rows).encode(encoding))
    return file


def take(file: Path, fields: Sequence[str], columns: ColumnMap | None = None) -> Intake:
    order = Order(file, columns or ColumnMap("test"), tuple(fields))
    return take_in(order, pseudonyms(), file.parent / "list.parquet")


def used(check: Check, as_of: date, basis: Basis = Basis.OPENED) -> Round:
    key = term_key(check.rule)
    term = term_on(shipped_terms(), key, YEAR[1]) if key else None
    return Round(check, *YEAR, as_of, basis, term)


def check(folder: Path, name: str, rows: Rows, *, as_of: date = YEAR[1], basis: Basis = Basis.OPENED) -> Result:
    """The check's result over the rows, of which the first is the heading."""
    chosen = BY_NAME[name]
    read = read_list(folder, chosen, rows)
    with DuckEngine(Room(folder / "engine", readable=[folder])) as engine:
        return run(used(chosen, as_of, basis), read, engine, By.GROUP)


def read_list(folder: Path, check: Check, rows: Rows) -> ReadList:
    intake = take(write(folder / "list.csv", rows), check.uses)
    return ReadList(intake.file, tuple(column.field for column in intake.columns.columns), intake.findings)
