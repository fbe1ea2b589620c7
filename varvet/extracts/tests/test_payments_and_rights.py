"""Checks of payments and of rights: border days, what was paid twice, and what cannot be told."""

from datetime import date
from pathlib import Path

import pytest

from varvet.extracts.checks.results import Result
from varvet.extracts.checks.running import list_cases, run
from varvet.extracts.checks.shapes import Round, State
from varvet.extracts.checks.shipped import BY_NAME
from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.findings import Fault
from varvet.extracts.reading.values import Impossible, as_money
from varvet.extracts.tests.made import YEAR, Rows, check, pseudonyms, read_list

PAID = ("Ärende", "Utbetalning", "Mottagare", "Belopp", "Utbetald")


def counts(result: Result) -> tuple[int, int]:
    return result.total.met, result.total.missed


def test_what_is_paid_again_is_missed_and_what_is_written_again_set_aside(tmp_path: Path) -> None:
    rows = [
        PAID,
        ("A-1", "U-1", "8327-9", "4 000,00", "2026-02-01"),
        ("A-1", "U-2", "8327-9", "4000", "2026-02-01"),  # paid again
        ("A-1", "U-2", "8327-9", "4000", "2026-02-01"),  # the same payment written again
        ("A-2", "U-3", "8327-9", "4000,00 kr", "2026-02-01"),  # another case, the same account
        ("A-1", "U-4", "8327-9", "4000", "2026-02-02"),
        ("A-1", "U-5", "8327-9", "4000,5", "2026-02-01"),
        ("A-1", "U-6", "8327-8", "4000", "2026-02-01"),
        ("A-1", "U-7", "", "4000", "2026-02-01"),  # nobody knows to whom
    ]
    result = check(tmp_path, "dubbel_utbetalning", rows)
    assert counts(result) == (4, 2)
    assert [(f.fault, f.rows) for f in result.findings if f.sets_aside] == [
        (Fault.CANNOT_TELL, (9,)),
        (Fault.DUPLICATE, (4,)),
    ]


def test_without_numbers_of_payments_two_alike_are_two(tmp_path: Path) -> None:
    rows = [
        tuple(cell for place, cell in enumerate(row) if place != 1)
        for row in (PAID, *[("A", "U", "8", "1", "2026-02-01")] * 3)
    ]
    assert counts(check(tmp_path, "dubbel_utbetalning", rows)) == (1, 2)


@pytest.mark.parametrize(
    ("decided", "met"), [("2026-02-01", True), ("2026-01-01", True), ("2026-02-02", False), ("", False)]
)
def test_a_decision_came_first(tmp_path: Path, decided: str, met: bool) -> None:  # noqa: FBT001 - a table's column
    rows = [("Ärende", "Utbetald", "Beslutsdatum"), ("A-1", "2026-02-01", decided)]
    assert counts(check(tmp_path, "utbetalning_utan_beslut", rows)) == (int(met), int(not met))


@pytest.mark.parametrize(
    ("changed", "met"),
    [
        ("2026-02-15", False),  # the same day
        ("2026-02-01", False),  # the fourteenth day before
        ("2026-01-31", True),
        ("2026-02-16", True),  # afterwards
        ("", True),
    ],
)
def test_a_receiver_that_was_just_changed(tmp_path: Path, changed: str, met: bool) -> None:  # noqa: FBT001 - the same
    rows = [("Ärende", "Utbetald", "Mottagaren ändrad"), ("A-1", "2026-02-15", changed)]
    assert counts(check(tmp_path, "mottagare_andrad", rows)) == (int(met), int(not met))


def test_rights_without_delegation(tmp_path: Path) -> None:
    rows: Rows = [
        ("Användare", "Roll", "Beslutstyp"),
        ("anna", "Chef", "Placering"),
        ("anna", "Chef", "Bistånd"),
        ("anna", "Chef", "Bistånd"),  # written again
        ("bo", "", "Bistånd"),  # no role, no right
        ("", "Chef", "Bistånd"),
    ]
    chosen = BY_NAME["behorighet_delegation"]
    given = read_list(tmp_path, chosen, rows)
    asked = Round(chosen, *YEAR, date(2026, 6, 1), delegation={"Bistånd": ("Chef",)})
    with DuckEngine(Room(tmp_path / "engine", readable=[tmp_path])) as engine:
        result = run(asked, given, engine)
        assert list_cases(asked, given, engine, State.MISSED) == ["anna", "bo"]
    assert counts(result) == (1, 2)
    assert [(f.fault, f.rows) for f in result.findings if f.sets_aside] == [
        (Fault.CANNOT_TELL, (6,)),
        (Fault.DUPLICATE, (4,)),
    ]


def test_receivers_are_codes(tmp_path: Path) -> None:
    given = read_list(tmp_path, BY_NAME["dubbel_utbetalning"], [PAID, ("A-1", "U-1", "8327-9", "1", "2026-02-01")])
    with DuckEngine(Room(tmp_path / "engine", readable=[tmp_path])) as engine:
        [(receiver,)] = engine.ask("SELECT recipient FROM read_parquet(?)", [str(given.file)])
    assert receiver == pseudonyms().of("8327-9")


@pytest.mark.parametrize(
    ("cell", "ore"),
    [
        ("1 234,50", 123_450),
        ("1\u00a0234,5", 123_450),
        ("1234.5", 123_450),
        ("-12", -1_200),
        ("12 kr", 1_200),
        (12.34, 1_234),
        (1000, 100_000),
        ("", None),
        (None, None),
    ],
)
def test_amounts(cell: object, ore: int | None) -> None:
    assert as_money(cell) == ore


@pytest.mark.parametrize("cell", ["tusen", "1,234.50", "12 34", "1,234", "=1"])
def test_what_is_no_amount(cell: str) -> None:
    with pytest.raises(Impossible):
        as_money(cell)
