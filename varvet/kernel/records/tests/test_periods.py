"""Periods: parts of the quality year, their names and addresses, and the days on their borders."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.organisation.settings_of_root import choose, quality_year_of
from varvet.kernel.records.errors import Told
from varvet.kernel.records.periods import Length, Years, years_of

CALENDAR, BROKEN = Years(()), Years(((date(2000, 1, 1), 9),))
MOVED_BACK = Years(((date(1990, 1, 1), 9), (date(2001, 1, 1), 1)))


@pytest.mark.parametrize(
    ("code", "first", "last", "name"),
    [
        ("2024-m2", date(2024, 2, 1), date(2024, 2, 29), "februari 2024"),
        ("2026-k1", date(2026, 1, 1), date(2026, 3, 31), "kvartal 1 2026"),
        ("2026-t3", date(2026, 9, 1), date(2026, 12, 31), "tertial 3 2026"),
        ("2026-h2", date(2026, 7, 1), date(2026, 12, 31), "halvår 2 2026"),
        ("2026-ar", date(2026, 1, 1), date(2026, 12, 31), "kvalitetsår 2026"),
    ],
)
def test_each_length_has_its_days_name_and_address(code: str, first: date, last: date, name: str) -> None:
    stretch = CALENDAR.part_named(code)
    assert (stretch.first, stretch.last, stretch.name, stretch.code) == (first, last, name, code)
    assert CALENDAR.part_of(stretch.length, first) == CALENDAR.part_of(stretch.length, last) == stretch


def test_parts_follow_a_quality_year_that_begins_in_september() -> None:
    assert BROKEN.part_named("2024-t1").first == date(2023, 9, 1)
    assert BROKEN.part_named("2024-h1").last == date(2024, 2, 29)
    assert BROKEN.part_named("2024-m1").name == "september 2023"
    assert BROKEN.part_of(Length.YEAR, date(2024, 8, 31)).code == "2024-ar"
    assert BROKEN.part_of(Length.YEAR, date(2024, 9, 1)).code == "2025-ar"


@given(
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.sampled_from(Length),
    st.sampled_from([CALENDAR, BROKEN, MOVED_BACK]),
)
@example(date(2000, 1, 1), Length.HALF_YEAR, BROKEN)
@example(date(2000, 10, 1), Length.TERTIAL, MOVED_BACK)
def test_periods_lie_edge_to_edge(day: date, length: Length, years: Years) -> None:
    stretch = years.part_of(length, day)
    assert stretch.first <= day <= stretch.last
    assert years.before(stretch).last == stretch.first - timedelta(days=1)
    assert years.after(stretch).first == stretch.last + timedelta(days=1)
    assert years.part_named(stretch.code) == stretch
    assert stretch.months[0] == stretch.first
    assert stretch.months[-1] == stretch.last.replace(day=1)


@pytest.mark.parametrize("length", Length)
def test_a_year_that_is_not_moved_has_parts_of_full_length(length: Length) -> None:
    assert len(BROKEN.part_of(length, date(2024, 2, 29)).months) == length.months


def test_the_year_before_the_first_month_is_moved_is_short_or_long() -> None:
    assert BROKEN.part_named("1999-ar").last == date(1999, 8, 31)
    assert BROKEN.part_named("1999-t2").last == date(1999, 8, 31)
    assert BROKEN.part_named("1999-h2").last == date(1999, 8, 31)
    moved = MOVED_BACK.part_named("2000-ar")
    assert (moved.first, moved.last) == (date(1999, 9, 1), date(2000, 12, 31))
    assert MOVED_BACK.part_named("2000-t4").last == date(2000, 12, 31)


@pytest.mark.parametrize(
    "code", ["", "2026", "2026-", "2026-t", "2026-t0", "2026-t4", "2026-k5", "2026-m13", "2026-x1", "0-t1", "9999-t1",
             "2026-t１", "2026-t-1", "2026-ar2", "20261-t1", "2026-t11111111111111"],
)  # fmt: skip
def test_what_names_no_period_is_told(code: str) -> None:
    with pytest.raises(Told):
        CALENDAR.part_named(code)


def test_a_root_chooses_its_first_month_from_a_day_on(cast: Cast) -> None:
    choose(cast.root, "quality_year_first_month", 9, first_day=date(2024, 9, 1))
    years = years_of(cast.root)
    for day in (date(2024, 1, 1), date(2024, 8, 31), date(2025, 8, 31), date(2025, 9, 1), date(2026, 1, 1)):
        assert years.part_of(Length.YEAR, day).year == int(quality_year_of(cast.root, day).name), day
    assert years_of(cast.other_root).part_of(Length.YEAR, date(2026, 5, 1)).first == date(2026, 1, 1)
