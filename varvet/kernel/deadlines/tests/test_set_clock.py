"""A clock as the law table sets it: its unit, its last day or moment, and what may be given in addition."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from varvet.kernel.deadlines.clocks import Duty, due_day_of, set_clock, start_day_of
from varvet.kernel.law.days import STOCKHOLM
from varvet.kernel.law.terms import Term, TermUnit, shipped_terms, term_on

DUTY = Duty(1, "clock", "deviations.assess")


def local(value: int, unit: TermUnit) -> Term:
    return replace(shipped_terms()[0], value=value, unit=unit, local=True, exception="")


@pytest.mark.parametrize(
    ("start", "value", "unit", "due"),
    [
        pytest.param(date(2028, 1, 31), 1, TermUnit.MONTHS, date(2028, 2, 29), id="month-end-in-a-leap-year"),
        pytest.param(date(2027, 1, 31), 1, TermUnit.MONTHS, date(2027, 2, 28), id="month-end"),
        pytest.param(date(2028, 2, 29), 12, TermUnit.MONTHS, date(2029, 2, 28), id="from-the-leap-day"),
        pytest.param(date(2028, 2, 15), 14, TermUnit.DAYS, date(2028, 2, 29), id="to-the-leap-day"),
        pytest.param(date(2028, 2, 28), 1, TermUnit.WORKING_DAYS, date(2028, 2, 29), id="the-leap-day-is-worked"),
        pytest.param(date(2026, 6, 16), 3, TermUnit.WORKING_DAYS, date(2026, 6, 22), id="midsommarafton"),
        pytest.param(date(2026, 12, 23), 3, TermUnit.WORKING_DAYS, date(2026, 12, 30), id="christmas"),
        pytest.param(date(2026, 12, 30), 3, TermUnit.WORKING_DAYS, date(2027, 1, 7), id="new-year-and-trettondag"),
        pytest.param(date(2026, 12, 31), 2, TermUnit.MONTHS, date(2027, 2, 28), id="over-new-year"),
        pytest.param(date(2026, 4, 1), 3, TermUnit.WORKING_DAYS, date(2026, 4, 8), id="easter"),
        pytest.param(date(2026, 3, 27), 2, TermUnit.DAYS, date(2026, 3, 29), id="the-day-summer-time-begins"),
    ],
)
def test_days_and_months(start: date, value: int, unit: TermUnit, due: date) -> None:
    clock = set_clock(DUTY, start, local(value, unit))
    assert (clock.started, clock.due, clock.counted_in) == (start, due, unit)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        pytest.param("2026-05-08 16:30", "2026-05-11 16:30", id="over-a-weekend"),
        pytest.param("2026-03-27 15:00", "2026-03-30 16:00", id="when-summer-time-begins"),
        pytest.param("2026-10-23 15:00", "2026-10-26 14:00", id="when-summer-time-ends"),
        pytest.param("2026-10-25 02:30", "2026-10-28 01:30", id="from-the-hour-that-comes-twice"),
        pytest.param("2026-12-30 23:59", "2027-01-02 23:59", id="over-new-year"),
        pytest.param("2028-02-27 08:00", "2028-03-01 08:00", id="over-the-leap-day"),
        pytest.param("2026-06-18 12:00", "2026-06-21 12:00", id="over-midsummer"),
    ],
)
def test_72_hours_are_elapsed_hours_on_every_day(start: str, due: str) -> None:
    began, end = (datetime.fromisoformat(moment).replace(tzinfo=STOCKHOLM) for moment in (start, due))
    clock = set_clock(DUTY, began, local(72, TermUnit.HOURS))
    assert isinstance(clock.due, datetime)
    assert (clock.due, due_day_of(clock), start_day_of(clock)) == (end, end.date(), began.date())


@pytest.mark.parametrize(
    ("key", "extendable", "pausable"),
    [
        ("avvikelse_bedomd", True, True),
        ("lex_sarah_utredning_klar", True, True),
        ("forhandsbedomning", True, False),  # synnerliga skäl
        ("barnavardsutredning", True, False),  # särskilda skäl, viss tid
        ("overvagande", False, False),
        ("cyberincident_slutrapport", False, False),
        ("personuppgiftsincident_imy", False, False),
        ("cyberincident_varning", False, False),
    ],
)
def test_what_the_law_sets_is_given_time_only_where_it_says_so(key: str, extendable: bool, pausable: bool) -> None:  # noqa: FBT001 - a truth table
    term = term_on(shipped_terms(), key, date(2026, 3, 16))
    start = datetime(2026, 3, 16, 9, 30, tzinfo=STOCKHOLM)
    clock = set_clock(DUTY, start, term)
    assert (clock.extendable, clock.pausable) == (extendable, pausable)


def test_a_local_goal_in_hours_is_given_no_time_either() -> None:
    clock = set_clock(DUTY, datetime(2026, 3, 16, 9, 30, tzinfo=STOCKHOLM), local(72, TermUnit.HOURS))
    assert (clock.extendable, clock.pausable) == (False, False)
