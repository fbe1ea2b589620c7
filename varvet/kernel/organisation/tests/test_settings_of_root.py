"""What a root has chosen, from the day it holds, and the quality year that follows from it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import (
    Period,
    choose,
    get_setting,
    last_day_of_month,
    quality_year,
    quality_year_of,
    quality_years,
)
from varvet.kernel.organisation.tree import add_unit

START = date(2020, 1, 1)
MONTH = "quality_year_first_month"


@pytest.fixture
def root(db: None) -> Unit:
    return add_unit(name="Exempelby", slug="exempelby", level="municipality", first_day=START)


def test_the_default_holds_until_something_is_chosen(root: Unit) -> None:
    choose(root, MONTH, 9, first_day=date(2024, 9, 1))
    assert get_setting(root, MONTH, date(2024, 8, 31)) == 1
    assert get_setting(root, MONTH, date(2024, 9, 1)) == 9


def test_a_later_choice_leaves_the_earlier_days(root: Unit) -> None:
    choose(root, "addressee", "Kvalitetsrapport", first_day=START)
    choose(root, "addressee", "Verksamhetsuppföljning", first_day=date(2025, 1, 1))
    assert get_setting(root, "addressee", date(2024, 12, 31)) == "Kvalitetsrapport"
    assert get_setting(root, "addressee", date(2025, 1, 1)) == "Verksamhetsuppföljning"


def test_choosing_again_for_the_same_day_replaces(root: Unit) -> None:
    choose(root, "owner_name", "Nämnden", first_day=START)
    choose(root, "owner_name", "Styrelsen", first_day=START)
    assert get_setting(root, "owner_name", START) == "Styrelsen"


def test_another_root_has_its_own(root: Unit) -> None:
    other = add_unit(name="Annanstad", slug="annanstad", level="municipality", first_day=START)
    choose(root, "owner_name", "Nämnden", first_day=START)
    assert get_setting(other, "owner_name", START) == ""


def test_nobody_can_choose_what_is_not_declared(root: Unit) -> None:
    with pytest.raises(KeyError):
        choose(root, "colour", "blue", first_day=START)
    with pytest.raises(KeyError):
        get_setting(root, "colour", START)


def test_a_calendar_year(root: Unit) -> None:
    assert quality_year(root, 2024) == Period(date(2024, 1, 1), date(2024, 12, 31), "2024")
    assert quality_year_of(root, date(2024, 1, 1)).name == "2024"
    assert quality_year_of(root, date(2024, 12, 31)).name == "2024"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        pytest.param(date(2023, 8, 31), "2023", id="last-day"),
        pytest.param(date(2023, 9, 1), "2024", id="first-day"),
        pytest.param(date(2023, 12, 31), "2024", id="new-years-eve"),
        pytest.param(date(2024, 1, 1), "2024", id="new-years-day"),
        pytest.param(date(2024, 2, 29), "2024", id="leap-day"),
    ],
)
def test_a_year_from_september_is_named_after_the_year_it_ends_in(root: Unit, day: date, name: str) -> None:
    choose(root, MONTH, 9, first_day=START)
    assert quality_year(root, 2024) == Period(date(2023, 9, 1), date(2024, 8, 31), "2024")
    assert quality_year_of(root, day).name == name


def test_many_years_are_as_one_at_a_time_also_where_the_year_is_moved(root: Unit) -> None:
    choose(root, MONTH, 9, first_day=START)
    choose(root, MONTH, 1, first_day=date(2025, 1, 1))
    years = quality_years(root)
    assert [years.named(year) for year in range(2023, 2027)] == [quality_year(root, year) for year in range(2023, 2027)]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_lies_in_its_year_and_years_meet(root: Unit, month: int) -> None:
    choose(root, MONTH, month, first_day=START)
    years = [quality_year(root, year) for year in range(2022, 2026)]
    assert all(after.first == before.last + timedelta(days=1) for before, after in pairwise(years))
    for day in (date(2024, m, d) for m in range(1, 13) for d in (1, 28)):
        found = quality_year_of(root, day)
        assert found.first <= day <= found.last


@pytest.mark.parametrize(("before", "after", "months"), [(1, 9, 8), (9, 1, 16), (3, 9, 18), (9, 3, 6)])
def test_where_the_year_is_moved_every_day_still_lies_in_one_year(
    root: Unit, before: int, after: int, months: int
) -> None:
    choose(root, MONTH, before, first_day=START)
    choose(root, MONTH, after, first_day=date(2025, 1, 1))
    moved = quality_year(root, 2024)
    assert (moved.last - moved.first).days // 30 == months
    years = [quality_year(root, year) for year in range(2022, 2028)]
    assert all(later.first == earlier.last + timedelta(days=1) for earlier, later in pairwise(years))
    for day in (date(year, month, 15) for year in (2023, 2024, 2025) for month in range(1, 13)):
        found = quality_year_of(root, day)
        assert found.first <= day <= found.last


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_the_last_day_of_a_month_is_the_day_before_the_next(day: date) -> None:
    last = last_day_of_month(day.year, day.month)
    assert last.month == day.month
    assert (last + timedelta(days=1)).day == 1
