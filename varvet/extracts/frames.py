"""A list as a frame to draw from: read out of memory, and kept by the caller as codes alone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from varvet.extracts.cells import readers_of
from varvet.extracts.findings import Fault, Finding, Tally
from varvet.extracts.mappings import ColumnMap, completed, known_headings
from varvet.extracts.pseudonyms import Pseudonyms
from varvet.extracts.reading.limits import MEGABYTE, Limits, unreadable
from varvet.extracts.reading.memory import in_memory
from varvet.extracts.reading.tables import open_table
from varvet.extracts.reading.values import as_text
from varvet.kernel.law.words import marked

TRAITS = ("sex", "unit", "group")
NO_NAME = marked("Ingen kolumn säger vilket ärende eller vem raden gäller. Skriv kolumnens rubrik.")
NO_HEADING = marked("Kolumnen {field} hittades inte. Skriv rubriken som den står i listan.")
LIMITS = Limits(
    text_file=20 * MEGABYTE,
    workbook=20 * MEGABYTE,
    unpacked=200 * MEGABYTE,
    held_whole=40 * MEGABYTE,
    rows=200_000,
)


@dataclass(frozen=True)
class Row:
    """`sex` is female, male or empty; unit and group are short codes as the list has them, or empty."""

    code: str
    sex: str = ""
    unit: str = ""
    group: str = ""


@dataclass(frozen=True)
class FrameRead:
    """`read` rows, of which each code once is in `rows`; what was wrong is in `findings`."""

    rows: tuple[Row, ...]
    read: int
    columns: ColumnMap
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Wanted:
    """`names`: fields of which the first that the list has says what a row is about.

    `columns` are chosen now and must be there; those `remembered` from another time are used where they are.
    """

    columns: ColumnMap
    names: tuple[str, ...]
    remembered: ColumnMap | None = None
    limits: Limits = LIMITS

    def looked_for(self) -> ColumnMap:
        chosen = {column.field for column in self.columns.columns}
        before = self.remembered.columns if self.remembered else ()
        return replace(
            self.columns, columns=(*self.columns.columns, *(one for one in before if one.field not in chosen))
        )


def read_frame(content: bytes, wanted: Wanted, pseudonyms: Pseudonyms) -> FrameRead:
    """RuleBroken for a file that is no list, with row and column and never what stands there."""
    with in_memory(content) as file:
        return _read(file, wanted, pseudonyms)


def _read(file: Path, wanted: Wanted, pseudonyms: Pseudonyms) -> FrameRead:
    tally, rows, read = Tally(), dict[str, Row](), 0
    columns, found = _opened(file, wanted, pseudonyms, tally)
    for number, code, values in found:
        read += 1
        if code and code in rows:
            tally.add(Fault.DUPLICATE, "", number)
        rows.setdefault(code, Row(code, *(values.get(trait, "") for trait in TRAITS)))
    rows.pop("", None)
    return FrameRead(tuple(rows.values()), read, columns, tally.findings())


def own_names(content: bytes, wanted: Wanted, pseudonyms: Pseudonyms, codes: Collection[str]) -> Mapping[str, str]:
    """What the list itself calls these codes: for whoever holds the list and must find the files. Never kept."""
    with in_memory(content) as file:
        table = open_table(file, known_headings(wanted.looked_for(), (*wanted.names, *TRAITS)), wanted.limits)
        _, place = _naming(wanted, table.heading.names)
        texts = dict.fromkeys(as_text(cells[place]) for _, cells in table.rows if cells)
    found = ((pseudonyms.of(text), text) for text in reversed(texts) if text)
    return {code: text for code, text in found if code in codes}


Found = Iterator[tuple[int, str, Mapping[str, str]]]


def _opened(file: Path, wanted: Wanted, pseudonyms: Pseudonyms, tally: Tally) -> tuple[ColumnMap, Found]:
    """The columns that are used, and the number, code and traits of each row; no code where the row cannot be used."""
    table = open_table(file, known_headings(wanted.looked_for(), (*wanted.names, *TRAITS)), wanted.limits)
    names = table.heading.names
    columns, place = _naming(wanted, names)
    readers = [reader for reader in readers_of(columns, names, pseudonyms, tally) if reader.field.name in TRAITS]

    def rows() -> Found:
        for number, cells in table.rows:
            text = as_text(cells[place]) if cells else ""
            if not text:
                tally.add(Fault.NO_CASE if cells else Fault.EMPTY, "", number)
                yield number, "", {}
                continue
            read = {reader.field.name: reader.read(cells[reader.place], number)[0] for reader in readers}
            values = {name: " ".join(str(value or "").split()) for name, value in read.items()}
            yield number, pseudonyms.of(text), values

    return columns, rows()


def _naming(wanted: Wanted, headings: Sequence[str]) -> tuple[ColumnMap, int]:
    """The columns found, and the place of the one that names a row. RuleBroken for a chosen one that is not there."""
    columns = completed(wanted.looked_for(), headings, (*wanted.names, *TRAITS))
    for chosen in wanted.columns.fields():
        if columns.heading_of(chosen.name) is None:
            raise unreadable("no_column", NO_HEADING, field=chosen.label)
    heading = next((found for name in wanted.names if (found := columns.heading_of(name)) is not None), None)
    if heading is None:
        raise unreadable("no_name", NO_NAME)
    return columns, headings.index(heading)
