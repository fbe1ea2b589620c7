"""No personal number is ever on disk: not in a Parquet file, a temporary one, a log or what a command prints."""

import logging
from pathlib import Path

import duckdb
import pytest

from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.tests.made import pseudonyms, take, write

NUMBERS = ("198001019876", "195506178765", "201012249870", "198001619876")


def ways(number: str) -> list[str]:
    short, last = number[2:8], number[8:]
    return [number, f"{number[:8]}-{last}", f"{short}-{last}", f"{short}{last}", f"{short}+{last}", f"{short} {last}"]


WRITTEN = [way for number in NUMBERS for way in ways(number)]
DIGITS = {number[start:] for number in NUMBERS for start in (0, 2)}
HEADING = ("Ärende", "Personnummer", "Enhet", "Grupp", "Typ", "Inkom", "Anteckning", "19800101-9876")
FIELDS = ("case", "person", "unit", "group", "source", "received")


def rows() -> list[tuple[str, ...]]:
    """A number in each column, also where none is expected."""
    return [
        HEADING,
        *((way, way, f"{way}", f"Enhet {way}", f"nr:{way}", "2026-01-02", f"Mor {way} ringde", way) for way in WRITTEN),
    ]


def digits_in(content: bytes) -> set[str]:
    """Of the numbers those that stand there, with whatever between the digits and in one- or two-byte letters."""
    kept = bytes(byte for byte in content if byte not in b" -+.\0")
    numbers = {number for number in DIGITS if int(number).to_bytes(8, "little") in content}
    return numbers | {number for number in DIGITS if number.encode() in kept}


def unpacked(file: Path) -> bytes:
    """What a Parquet file holds, since it is compressed."""
    found = duckdb.execute(f"SELECT * FROM '{file}'").fetchall()  # noqa: S608
    names = duckdb.execute(f"SELECT * FROM parquet_kv_metadata('{file}')").fetchall()  # noqa: S608
    return repr((found, names)).encode()


def test_the_search_finds_what_it_looks_for() -> None:
    for way in WRITTEN:
        assert digits_in(f"x {way} y".encode())
    assert digits_in(int(NUMBERS[0]).to_bytes(8, "little"))
    assert digits_in(NUMBERS[0].encode("utf-16"))


def test_no_number_is_kept_by_reading_a_list(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    source, kept = tmp_path / "source", tmp_path / "kept"
    source.mkdir()
    kept.mkdir()
    file = write(source / "list.csv", rows())
    with caplog.at_level(logging.DEBUG):
        intake = take(file, FIELDS, ColumnMap("test").with_column("source", "Typ"))
        intake.file.rename(kept / "list.parquet")
        with DuckEngine(Room(kept / "engine", readable=[kept])) as engine:
            assert len(list(engine.in_order(kept / "list.parquet"))) == len(WRITTEN)
    (kept / "columns.json").write_text(intake.columns.to_json(), "utf-8")
    assert digits_in(unpacked(kept / "list.parquet")) == set()
    assert digits_in(b"".join(found.read_bytes() for found in kept.rglob("*") if found.is_file())) == set()
    assert digits_in(f"{caplog.text}{intake!r}".encode()) == set()
    assert [found for found in source.iterdir() if found != file] == []


def test_the_same_person_can_still_be_followed(tmp_path: Path) -> None:
    intake = take(write(tmp_path / "list.csv", rows()), FIELDS)
    people = duckdb.execute(f"SELECT person, count(*) FROM '{intake.file}' GROUP BY ALL").fetchall()  # noqa: S608
    expected = {pseudonyms().of(way) for way in WRITTEN}
    assert {person for person, _ in people} == expected
    assert len(expected) == 2 * len(NUMBERS)  # those with a plus are a hundred years older
