"""Working days and ends of terms on the days where counting goes wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.kernel.law.days import (
    STOCKHOLM,
    add_months,
    add_working_days,
    day_of,
    due,
    due_day,
    is_working_day,
    working_days_between,
)
from varvet.kernel.law.terms import Term, TermUnit, shipped_terms

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2040, 12, 31))


def term(value: int, unit: TermUnit) -> Term:
    return replace(shipped_terms()[0], value=value, unit=unit)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 6, 19), "midsommarafton"),
        (date(2026, 12, 24), "julafton"),
        (date(2026, 12, 31), "nyårsafton"),
        (date(2026, 1, 1), "nyårsdagen"),
        (date(2026, 1, 6), "trettondagen"),
        (date(2026, 4, 3), "långfredagen"),
        (date(2026, 4, 6), "annandag påsk"),
        (date(2026, 5, 1), "första maj"),
        (date(2026, 5, 14), "Kristi himmelsfärdsdag"),
        (date(2025, 6, 6), "nationaldagen"),
        (date(2026, 11, 21), "en lördag"),
        (date(2026, 11, 22), "en söndag"),
    ],
)
def test_not_a_working_day(day: date, name: str) -> None:
    assert not is_working_day(day), name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 6, 18), "dagen före midsommarafton"),
        (date(2026, 4, 2), "skärtorsdagen"),
        (date(2026, 5, 15), "klämdagen"),
        (date(2026, 4, 30), "valborgsmässoafton"),
        (date(2026, 12, 30), "dagen före nyårsafton"),
        (date(2024, 2, 29), "skottdagen"),
        (date(2004, 12, 31) - timedelta(days=1), "dag 365 av ett skottår"),
    ],
)
def test_a_working_day(day: date, name: str) -> None:
    assert is_working_day(day), name


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 6, 17), 3, date(2026, 6, 23)),
        (date(2026, 6, 18), 1, date(2026, 6, 22)),
        (date(2026, 12, 23), 3, date(2026, 12, 30)),
        (date(2026, 12, 30), 1, date(2027, 1, 4)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (date(2026, 6, 22), -1, date(2026, 6, 18)),
    ],
)
def test_add_working_days(start: date, count: int, end: date) -> None:
    assert add_working_days(start, count) == end


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 6, 18), date(2026, 6, 18), 0),
        (date(2026, 6, 18), date(2026, 6, 21), 0),
        (date(2026, 6, 18), date(2026, 6, 22), 1),
        (date(2026, 6, 22), date(2026, 6, 18), -1),
        (date(2026, 12, 23), date(2027, 1, 4), 4),
        (date(2025, 12, 31), date(2026, 12, 31), 251),
    ],
)
def test_working_days_between(start: date, end: date, count: int) -> None:
    assert working_days_between(start, end) == count


@given(start=DAYS, count=st.integers(min_value=-400, max_value=400))
def test_counting_back_gives_what_was_added(start: date, count: int) -> None:
    assert working_days_between(start, add_working_days(start, count)) == count


@given(start=DAYS, count=st.integers(min_value=1, max_value=60))
def test_a_term_in_working_days_ends_on_one(start: date, count: int) -> None:
    assert is_working_day(due_day(start, term(count, TermUnit.WORKING_DAYS)))


def test_fourteen_days_end_on_the_fourteenth_day_after() -> None:
    assert due(date(2026, 3, 2), term(14, TermUnit.DAYS)) == date(2026, 3, 16)


def test_a_last_day_on_a_weekend_is_not_moved() -> None:
    assert due(date(2026, 11, 7), term(14, TermUnit.DAYS)) == date(2026, 11, 21)


def test_days_pass_the_leap_day() -> None:
    assert due(date(2028, 2, 20), term(14, TermUnit.DAYS)) == date(2028, 3, 5)
    assert due(date(2027, 2, 20), term(14, TermUnit.DAYS)) == date(2027, 3, 6)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 15), 4, date(2026, 5, 15)),
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2027, 10, 31), 4, date(2028, 2, 29)),
        (date(2026, 3, 31), 6, date(2026, 9, 30)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 8, 31), 4, date(2026, 12, 31)),
    ],
)
def test_months_end_on_the_same_number_or_the_last_day(start: date, months: int, end: date) -> None:
    assert due(start, term(months, TermUnit.MONTHS)) == end


def test_years_from_a_leap_day_end_on_the_last_of_february() -> None:
    assert due(date(2024, 2, 29), term(5, TermUnit.YEARS)) == date(2029, 2, 28)
    assert due(date(2024, 2, 29), term(4, TermUnit.YEARS)) == date(2028, 2, 29)


def test_months_backwards() -> None:
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 31), -1) == date(2025, 12, 31)


def test_an_instant_is_counted_from_its_swedish_day() -> None:
    just_past_midnight_in_sweden = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert due(just_past_midnight_in_sweden, term(1, TermUnit.DAYS)) == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime(2026, 3, 27, 12, tzinfo=STOCKHOLM), datetime(2026, 3, 30, 13, tzinfo=STOCKHOLM)),
        (datetime(2026, 10, 23, 12, tzinfo=STOCKHOLM), datetime(2026, 10, 26, 11, tzinfo=STOCKHOLM)),
        (datetime(2026, 5, 4, 12, tzinfo=STOCKHOLM), datetime(2026, 5, 7, 12, tzinfo=STOCKHOLM)),
    ],
)
def test_hours_are_elapsed_hours_also_when_the_clock_changes(start: datetime, end: datetime) -> None:
    found = due(start, term(72, TermUnit.HOURS))
    assert isinstance(found, datetime)
    assert found.tzinfo is UTC
    assert found == end.astimezone(UTC)


def test_day_of_the_last_hour() -> None:
    start = datetime(2026, 3, 28, 23, 30, tzinfo=STOCKHOLM)
    assert due_day(start, term(24, TermUnit.HOURS)) == date(2026, 3, 30)
    assert due_day(start, term(23, TermUnit.HOURS)) == date(2026, 3, 29)


def test_hours_are_not_counted_from_a_day() -> None:
    with pytest.raises(TypeError, match="instant"):
        due(date(2026, 3, 28), term(72, TermUnit.HOURS))


@pytest.mark.parametrize("unit", list(TermUnit))
def test_no_term_is_counted_from_a_time_without_a_zone(unit: TermUnit) -> None:
    with pytest.raises(ValueError, match="instant"):
        due(datetime(2026, 3, 28, 12), term(72, unit))  # noqa: DTZ001 - the fault tried


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 1, 1, 22, 59, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2026, 1, 1, 23, 0, tzinfo=UTC), date(2026, 1, 2)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 7, 1, 23, 0, tzinfo=timezone(timedelta(hours=9))), date(2026, 7, 1)),
    ],
)
def test_day_of_an_instant(instant: datetime, day: date) -> None:
    assert day_of(instant) == day


def test_a_time_without_a_zone_is_no_instant() -> None:
    with pytest.raises(ValueError, match="zone"):
        day_of(datetime(2026, 3, 28, 12))  # noqa: DTZ001 - the fault tried
