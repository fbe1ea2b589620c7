"""A list becomes a typed Parquet file in a private folder: whole or not at all, and never with a personal number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from varvet.extracts.cells import Reader, readers_of
from varvet.extracts.fields import Field, Kind
from varvet.extracts.findings import Fault, Finding, Tally
from varvet.extracts.mappings import ColumnMap, completed, known_headings, simplified
from varvet.extracts.pseudonyms import Pseudonyms
from varvet.extracts.reading.limits import LIMITS, NO_ROWS, Limits, unreadable
from varvet.extracts.reading.tables import Table, open_table

BATCH = 50_000  # rows held at a time
TYPES = {
    Kind.DAY: pa.date32(),
    Kind.MOMENT: pa.timestamp("us"),
    Kind.MARK: pa.bool_(),
    Kind.NUMBER: pa.int64(),
    Kind.MONEY: pa.int64(),
}
ROW, ASIDE = "row_", "aside_"  # the row's number in the file, and the fault for which it is not counted


@dataclass(frozen=True)
class Intake:
    """`read` rows, of which `aside` cannot be counted; `left_out`: how many columns were not taken in at all."""

    file: Path
    columns: ColumnMap
    read: int
    aside: int
    left_out: int
    findings: tuple[Finding, ...]

    @property
    def used(self) -> int:
        return self.read - self.aside


@dataclass(frozen=True)
class Order:
    """What to read: `fields` are those that are looked for by their headings beside what the map says."""

    file: Path
    columns: ColumnMap
    fields: tuple[str, ...]
    limits: Limits = LIMITS


def take_in(order: Order, pseudonyms: Pseudonyms, out: Path) -> Intake:
    """Writes `out`, readable by its owner only. RuleBroken with a sentence when the file cannot be read, and no `out`.

    What is written holds pseudonyms, days, numbers, marks and short codes; no heading and no other text of the file.
    """
    table = open_table(order.file, known_headings(order.columns, order.fields), order.limits)
    columns = completed(order.columns, table.heading.names, order.fields)
    partial = out.with_suffix(".partial")
    try:
        tally = Tally()
        counted = _write(table, readers_of(columns, table.heading.names, pseudonyms, tally), tally, partial)
        if counted[0] == 0:
            raise unreadable("no_rows", NO_ROWS)
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)
    left_out = sum(bool(simplified(name)) for name in table.heading.names) - len(columns.columns)
    return Intake(out, columns, *counted, left_out, tally.findings())


def _write(table: Table, readers: Sequence[Reader], tally: Tally, partial: Path) -> tuple[int, int]:
    """How many rows were read, and how many of them set aside."""
    partial.touch(mode=0o600)
    schema = schema_of([reader.field for reader in readers])
    read = aside = 0
    rows = _typed(table, readers, tally)
    with parquet.ParquetWriter(partial, schema, compression="zstd") as writer:
        while batch := list(islice(rows, BATCH)):
            columns = [
                pa.array(values, kind) for values, kind in zip(zip(*batch, strict=True), schema.types, strict=True)
            ]
            writer.write_batch(pa.record_batch(columns, schema=schema))
            read += len(batch)
            aside += sum(row[1] is not None for row in batch)
    return read, aside


def schema_of(fields: Sequence[Field]) -> pa.Schema:
    typed = [(field.name, TYPES.get(field.kind, pa.string())) for field in fields]
    return pa.schema([(ROW, pa.int64()), (ASIDE, pa.string()), *typed])


def _typed(table: Table, readers: Sequence[Reader], tally: Tally) -> Iterator[tuple[Any, ...]]:
    """Number, fault and values of each row; the first fault that sets it aside is the row's."""
    nothing = (None,) * len(readers)
    for row, cells in table.rows:
        if not cells:
            tally.add(Fault.EMPTY, "", row)
            yield row, Fault.EMPTY.value, *nothing
            continue
        aside: Fault | None = None
        values = []
        for reader in readers:
            value, fault = reader.read(cells[reader.place], row)
            values.append(value)
            aside = aside or fault
        yield row, aside, *values
