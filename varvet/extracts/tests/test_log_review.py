"""The log review: who had no assignment, whose case it was, and whose use is unlike others' in the role."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from bench.made_up_log import AT_NIGHT, make
from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.intake import Order, take_in
from varvet.extracts.log_review.habits import Thresholds, habits, hours_of
from varvet.extracts.log_review.lists import FIELDS, LOG_FIELDS
from varvet.extracts.log_review.openings import openings
from varvet.extracts.log_review.running import digest, review
from varvet.extracts.log_review.sources import Days, Files, of_log
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.tests.made import Rows, pseudonyms, write

HEADINGS = {
    "log": ("Användare", "Ärende", "Tidpunkt"),
    "cases": ("Ärende", "Personnummer"),
    "assignments": ("Handläggare", "Ärende", "Från och med", "Till och med"),
    "staff": ("Användare", "Enhet", "Roll", "Personnummer"),
    "protected": ("Personnummer",),
}
HIDDEN, ANNAS, BOS = "19800101-9876", "19700101-1234", "19750505-4321"
LISTS: dict[str, Rows] = {
    "cases": [("A-1", "20100101-1111"), ("A-2", HIDDEN), ("A-3", ANNAS), ("A-4", BOS), ("A-5", "20110101-2222")],
    "assignments": [
        ("anna", "A-1", "2026-01-01", ""),
        ("anna", "A-2", "2026-02-01", "2026-02-10"),
        ("anna", "A-2", "2026-02-05", "2026-02-20"),  # overlaps the one before
        ("anna", "A-2", "2026-03-01", "2026-03-02"),
        ("anna", "A-3", "2026-01-01", ""),
        ("bo", "A-3", "2026-01-01", ""),
    ],
    "staff": [("anna", "Öster", "handläggare", ANNAS), ("bo", "Öster", "handläggare", BOS)],
    "protected": [("8001019876",)],
}
# staff, case, moment -> unassigned, protected, own, colleague; None: nothing to explain
OPENED = {
    ("anna", "A-1", "2026-02-01 09:00"): None,
    ("anna", "A-5", "2026-02-01 09:00"): (True, False, False, False),
    ("anna", "A-2", "2026-02-10 09:00"): (False, True, False, False),
    ("anna", "A-2", "2026-02-20 09:00"): (False, True, False, False),  # the last day
    ("anna", "A-2", "2026-02-21 09:00"): (True, True, False, False),  # the day after
    ("anna", "A-2", "2026-03-02 23:59"): (False, True, False, False),
    ("anna", "A-2", "2026-01-31 23:59"): (True, True, False, False),  # the day before the first
    ("anna", "A-3", "2026-02-01 09:00"): (False, False, True, False),
    ("anna", "A-4", "2026-02-01 09:00"): (True, False, False, True),
    ("bo", "A-3", "2026-02-01 09:00"): (False, False, False, True),
}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[DuckEngine]:
    with DuckEngine(Room(tmp_path / "engine", readable=[tmp_path])) as made:
        yield made


def files(folder: Path, log: Rows, engine: DuckEngine, **lists: Rows) -> Files:
    """The five lists as a case system writes them, taken in."""
    taken = {}
    for name, fields in {**FIELDS, "taken_in": LOG_FIELDS}.items():
        rows = log if name == "taken_in" else lists.get(name, LISTS[name])
        heading = HEADINGS["log" if name == "taken_in" else name]
        written = write(folder / f"{name}.csv", [heading, *rows])
        order = Order(written, ColumnMap("test"), fields)
        taken[name] = take_in(order, pseudonyms(), folder / f"{name}.parquet").file
    engine.write(of_log(), {"taken_in": taken.pop("taken_in")}, folder / "log.parquet")
    return Files(log=folder / "log.parquet", **taken)


def test_each_opening_is_explained_or_shown(tmp_path: Path, engine: DuckEngine) -> None:
    log = [*OPENED, *OPENED]  # each twice
    found = engine.rows(openings(), files(tmp_path, log, engine).sources())
    expected = {
        (staff, pseudonyms().of(case), date.fromisoformat(at[:10]), 2, *flags)
        for (staff, case, at), flags in OPENED.items()
        if flags
    }
    assert set(found) == expected
    assert len(found) == len(expected)


def test_the_hour_of_the_week_is_that_of_the_log(tmp_path: Path, engine: DuckEngine) -> None:
    log = [("anna", "A-1", "2026-03-02 00:30"), ("anna", "A-1", "2026-03-08 23:10"), ("anna", "A-1", "46083,5")]
    given = files(tmp_path, log, engine)
    hours = duckdb.execute(f"SELECT day, hour_of_week FROM '{given.log}' ORDER BY ALL").fetchall()  # noqa: S608
    assert hours == [(date(2026, 3, 2), 0), (date(2026, 3, 2), 12), (date(2026, 3, 8), 167)]


def test_use_unlike_others_in_the_role(tmp_path: Path, engine: DuckEngine) -> None:
    """Six in the role: five alike, one with four times as much and much of it at night; and somebody unlisted."""
    log = []
    for number in range(5):
        log += [(f"u{number}", "A-1", f"2026-03-02 {9 + hour:02}:00") for hour in range(8) for _ in range(5)]
    log += [("u5", "A-1", "2026-03-02 10:00")] * 154 + [("u5", "A-1", "2026-03-03 03:00")] * 6
    log += [("stranger", "A-1", "2026-03-02 10:00")]
    staff = [(f"u{number}", "Öster", "handläggare", "") for number in range(6)]
    given = files(tmp_path, log, engine, staff=staff)
    found = engine.rows(habits(hours_of(), Thresholds(rare_hour=50)), given.sources())
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    assert sorted(found) == [
        ("stranger", None, 1, 1, 0, False, False, True, monday, monday),
        ("u5", "handläggare", 160, 40, 6, True, True, False, monday, tuesday),
    ]
    of_tuesday = engine.rows(habits(hours_of(Days(tuesday, tuesday)), Thresholds(rare_openings=1)), given.sources())
    assert of_tuesday == []  # one of the role alone is compared with nobody


def test_a_role_of_few_is_not_compared(tmp_path: Path, engine: DuckEngine) -> None:
    log = [("anna", "A-1", "2026-03-02 03:00")] * 500 + [("bo", "A-1", "2026-03-02 10:00")]
    assert engine.rows(habits(hours_of()), files(tmp_path, log, engine).sources()) == []


def test_what_is_planted_in_a_made_up_log_is_found(tmp_path: Path, engine: DuckEngine) -> None:
    log = make(tmp_path / "made", 200_000)
    with DuckEngine(Room(tmp_path / "room", readable=[tmp_path])) as own:
        found = review(log.files, own, tmp_path)
        again = digest(found.openings, own)
        assert digest(review(log.files, own, tmp_path).openings, own) == again
    shown = duckdb.execute(f"SELECT count(*) FROM '{found.openings}' WHERE unassigned").fetchall()  # noqa: S608
    people = duckdb.execute(f"SELECT staff FROM '{found.habits}' WHERE rare").fetchall()  # noqa: S608
    assert shown == [(log.unassigned,)]
    assert people == [(f"u{AT_NIGHT}",)]
