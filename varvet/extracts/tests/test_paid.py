"""What was paid on the days of a draw: each case once a day, and of a day in two lists as the newer says."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from varvet.extracts.apart.answering import answer
from varvet.extracts.apart.asked import Refused
from varvet.extracts.apart.asked_of_frames import PaidTold, ReadPaid
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.shelf.importing import Import, keep
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.tests.made import pseudonyms, write

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
HEAD = ("Ärende", "Kön", "Belopp", "Utbetald")
FEBRUARY = (date(2026, 2, 1), date(2026, 2, 28))


def kept(folder: Path, *rows: tuple[str, ...], days_later: int = 0) -> None:
    file = write(folder / f"{days_later}.csv", [HEAD, *rows])
    asked = Import(file, "solberga", ExtractKind.PAYMENTS, ColumnMap("System"))
    keep(asked, pseudonyms(), folder / "extracts", NOW + timedelta(days=days_later))


def paid(folder: Path, days: tuple[date, date] = FEBRUARY) -> list[list[str]]:
    told = answer(ReadPaid(str(folder / "extracts"), "solberga", *days), b"")
    assert isinstance(told, PaidTold)
    return [line.split("\t") for line in told.rows.splitlines()]


def test_each_case_once_a_day_with_what_the_list_says(tmp_path: Path) -> None:
    kept(
        tmp_path,
        ("A-1", "kvinna", "100", "2026-02-02"),
        ("A-1", "kvinna", "200", "2026-02-02"),
        ("A-2", "", "100", "2026-02-02"),
        ("A-1", "kvinna", "100", "2026-02-03"),
        ("", "man", "100", "2026-02-03"),
        ("A-3", "man", "100", "2026-01-31"),
        ("A-4", "man", "100", "2026-03-01"),
    )
    one, two = (pseudonyms().of(case) for case in ("A-1", "A-2"))
    expected = sorted([["2026-02-02", one, "female", "", ""], ["2026-02-02", two, "", "", ""]])
    assert paid(tmp_path) == [*expected, ["2026-02-03", one, "female", "", ""]]
    assert [row[0] for row in paid(tmp_path, (date(2026, 1, 31), date(2026, 1, 31)))] == ["2026-01-31"]


def test_lists_that_came_day_by_day_are_read_together_and_the_newer_goes_first(tmp_path: Path) -> None:
    kept(tmp_path, ("A-1", "man", "100", "2026-02-02"), ("A-2", "man", "100", "2026-02-03"))
    kept(tmp_path, ("A-3", "man", "100", "2026-02-03"), days_later=1)
    of = pseudonyms().of
    assert {(row[0], row[1]) for row in paid(tmp_path)} == {("2026-02-02", of("A-1")), ("2026-02-03", of("A-3"))}


@pytest.mark.parametrize("other", ["", "annat"])
def test_without_a_list_it_is_refused(tmp_path: Path, other: str) -> None:
    told = answer(ReadPaid(str(tmp_path / other), "solberga", *FEBRUARY), b"")
    assert isinstance(told, Refused)
    assert told.code == "extracts.no_payments"
