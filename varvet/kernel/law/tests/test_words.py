"""The law in plain words: whatever was not seen in the statute text warns before anything else."""

from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.law import words
from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import TermUnit, shipped_terms


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1, TermUnit.MONTHS, "1 månad"),
        (4, TermUnit.MONTHS, "4 månader"),
        (1, TermUnit.WORKING_DAYS, "1 arbetsdag"),
        (10, TermUnit.WORKING_DAYS, "10 arbetsdagar"),
        (72, TermUnit.HOURS, "72 timmar"),
        (5, TermUnit.YEARS, "5 år"),
        (14, TermUnit.DAYS, "14 dagar"),
    ],
)
def test_value_with_unit(value: int, unit: TermUnit, said: str) -> None:
    assert words.length(replace(shipped_terms()[0], value=value, unit=unit)) == said


def test_every_unit_and_every_check_has_words() -> None:
    assert set(words.ONE) == set(words.MANY) == set(TermUnit)
    assert set(words.CHECKED) == set(HowChecked)


@pytest.mark.parametrize("status", list(HowChecked))
def test_uncertain_rows_warn_first(status: HowChecked) -> None:
    warned = words.how_checked(status).startswith("Kontrollera före användning")
    assert warned is (status not in {HowChecked.STATUTE_TEXT, HowChecked.DECIDED_LOCALLY})


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2025, 7, 1), None, "från 2025-07-01"),
        (None, date(2025, 6, 30), "till och med 2025-06-30"),
        (date(2025, 7, 1), date(2026, 6, 30), "2025-07-01 till 2026-06-30"),
        (None, None, "datum inte noterat"),
    ],
)
def test_validity(first: date | None, last: date | None, said: str) -> None:
    assert words.validity(first, last) == said
