"""Reads a list out of memory: what is written of it is a Parquet file with codes, or nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from varvet.extracts.apart.asked import ListRead, ListsRead, Pairs, PairsRead, ReadList, ReadLists, Refused
from varvet.extracts.intake import ASIDE, Order, take_in
from varvet.extracts.mappings import known_headings
from varvet.extracts.pseudonyms import Pseudonyms, holds_personal_number
from varvet.extracts.reading.memory import in_memory
from varvet.extracts.reading.tables import open_table
from varvet.kernel.records.errors import RuleBroken

MOST_HEADINGS, LONGEST_HEADING = 100, 60


def answer(asked: ReadList | ReadLists | Pairs, content: bytes) -> ListRead | ListsRead | PairsRead | Refused:
    match asked:
        case ReadList():
            return _read(asked, content)
        case ReadLists():
            return _several(asked, content)
        case Pairs(reading=reading):
            return _pairs(reading, content)


def _several(asked: ReadLists, content: bytes) -> ListsRead | Refused:
    """All of them, or why the first that cannot be read is refused."""
    found: dict[str, ListRead] = {}
    start = 0
    for which, one in asked.lists.items():
        end = start + asked.sizes[which]
        told = _read(one, content[start:end])
        if isinstance(told, Refused):
            return replace(told, which=which)
        found[which], start = told, end
    return ListsRead(found)


def _read(asked: ReadList, content: bytes) -> ListRead | Refused:
    with in_memory(content) as file:
        headings = _headings(file, asked)
        order = Order(file, asked.columns, asked.fields)
        pseudonyms = Pseudonyms(bytes.fromhex(asked.key), this_year=asked.this_year)
        try:
            taken = take_in(order, pseudonyms, Path(asked.out))
        except RuleBroken as broken:
            values = {name: str(value) for name, value in broken.values.items()}
            return Refused(broken.code, broken.wording, values, headings)
    return ListRead(taken.columns, taken.read, taken.aside, taken.left_out, taken.findings, headings)


def _headings(file: Path, asked: ReadList) -> tuple[str, ...]:
    try:
        names = open_table(file, known_headings(asked.columns, asked.fields)).heading.names
    except RuleBroken:
        return ()
    shown = [name[:LONGEST_HEADING] for name in names if name and not holds_personal_number(name)]
    return tuple(shown[:MOST_HEADINGS])


def _pairs(asked: ReadList, content: bytes) -> PairsRead | Refused:
    told = _read(asked, content)
    if isinstance(told, Refused):
        return told
    out = Path(asked.out)
    try:
        table: pa.Table = parquet.read_table(out)
    finally:
        out.unlink()
    rows: list[dict[str, Any]] = table.to_pylist()
    whole = [row for row in rows if row[ASIDE] is None and all(row.get(name) for name in asked.fields)]
    pairs = dict.fromkeys(tuple(str(row[name]) for name in asked.fields) for row in whole)
    return PairsRead(tuple(pairs), len(rows) - len(whole))
