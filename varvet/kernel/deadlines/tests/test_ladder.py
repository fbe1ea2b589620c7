"""Which rung is reached on which day: before, on, after, again, and above."""

from datetime import date, datetime, timedelta

import pytest

from varvet.kernel.deadlines.ladder import (
    HourLadder,
    Ladder,
    Rung,
    Step,
    hour_ladder_on,
    ladder_on,
    marks,
    reached,
    reached_in_hours,
)
from varvet.kernel.law.days import STOCKHOLM
from varvet.kernel.organisation.terms import read_terms

LADDER = Ladder(before=1, again=7, above=5)
DUE = date(2026, 3, 19)  # a Thursday
ABOVE = Step(Rung.ABOVE)
HOURS = HourLadder(early=24, late=6, again=24)
FRIDAY = datetime(2026, 3, 20, 15, 0, tzinfo=STOCKHOLM)  # the clocks are not changed that weekend


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2026, 3, 17), [], id="two-days-before"),
        pytest.param(date(2026, 3, 18), [Step(Rung.BEFORE)], id="the-working-day-before"),
        pytest.param(date(2026, 3, 19), [Step(Rung.DUE)], id="the-last-day"),
        pytest.param(date(2026, 3, 20), [Step(Rung.OVERDUE, 1)], id="the-day-after"),
        pytest.param(date(2026, 3, 25), [Step(Rung.OVERDUE, 1)], id="four-working-days-after"),
        pytest.param(date(2026, 3, 26), [Step(Rung.OVERDUE, 1), ABOVE], id="five-working-days-after"),
        pytest.param(date(2026, 3, 27), [Step(Rung.OVERDUE, 2), ABOVE], id="a-week-later-again"),
        pytest.param(date(2026, 4, 3), [Step(Rung.OVERDUE, 3), Step(Rung.ABOVE, 2)], id="and-again"),
        pytest.param(date(2027, 3, 19), [Step(Rung.OVERDUE, 53), Step(Rung.ABOVE, 50)], id="a-year"),
    ],
)
def test_each_day_has_its_rung(today: date, expected: list[Step]) -> None:
    assert reached(DUE, today, LADDER) == expected


def test_before_a_monday_is_the_friday() -> None:
    monday = date(2026, 3, 23)
    assert reached(monday, date(2026, 3, 20), LADDER) == [Step(Rung.BEFORE)]
    assert reached(monday, date(2026, 3, 19), LADDER) == []


@pytest.mark.django_db
def test_the_shipped_ladder() -> None:
    assert ladder_on(read_terms(None), DUE) == LADDER
    assert hour_ladder_on(read_terms(None), DUE) == HOURS


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(0, [], id="at-once"),
        pytest.param(47.75, [], id="just-before-the-last-third"),
        pytest.param(48, [Step(Rung.BEFORE, 1)], id="a-third-and-24-hours-are-left"),
        pytest.param(65.75, [Step(Rung.BEFORE, 1)], id="just-before-six-are-left"),
        pytest.param(66, [Step(Rung.BEFORE, 2)], id="six-are-left"),
        pytest.param(71.99, [Step(Rung.BEFORE, 2)], id="minutes-are-left"),
        pytest.param(72, [Step(Rung.DUE), ABOVE], id="the-moment"),
        pytest.param(95.99, [Step(Rung.DUE), ABOVE], id="less-than-a-day-after"),
        pytest.param(96, [Step(Rung.OVERDUE, 1), Step(Rung.ABOVE, 2)], id="a-day-after"),
        pytest.param(120, [Step(Rung.OVERDUE, 2), Step(Rung.ABOVE, 3)], id="two-days-after"),
    ],
)
def test_72_hours_from_a_friday_afternoon(after: float, expected: list[Step]) -> None:
    due, now = FRIDAY + timedelta(hours=72), FRIDAY + timedelta(hours=after)
    assert reached_in_hours(FRIDAY, due, now, HOURS) == expected


@pytest.mark.parametrize(
    ("hours", "left"),
    [(72, [24, 6]), (24, [8, 6]), (90, [30, 24, 6]), (6, [2]), (12, [6, 4]), (18, [6]), (120, [40, 24, 6])],
)
def test_the_last_third_a_day_and_six_hours_where_they_lie_within(hours: int, left: list[int]) -> None:
    assert marks(timedelta(hours=hours), HOURS) == [timedelta(hours=mark) for mark in left]
