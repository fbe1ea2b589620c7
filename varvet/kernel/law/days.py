"""Swedish working days, and the last day or moment of a term."""

import calendar
from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from varvet.kernel.law.terms import Term, TermUnit

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SATURDAY = 5
MONTHS_A_YEAR = 12


def day_of(instant: datetime) -> date:
    """The day in Sweden at an instant. ValueError for a time without a zone, which names no instant."""
    if instant.tzinfo is None:
        raise ValueError("a time without a zone names no instant")
    return instant.astimezone(STOCKHOLM).date()


def is_working_day(day: date) -> bool:
    """Neither weekend, public holiday, midsommarafton, julafton nor nyårsafton."""
    return day in _working_day_set(day.year)


def add_working_days(day: date, count: int) -> date:
    """The count-th working day after a day (before it, when negative); the day itself for none."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days after `start` until and including `end`: the count that leads from one to the other.

    Negative where `end` lies before `start`, as in `add_working_days`.
    """
    if end < start:
        day_before = timedelta(days=1)
        return -working_days_between(end - day_before, start - day_before)
    return sum(
        bisect_right(_working_days(year), end) - bisect_right(_working_days(year), start)
        for year in range(start.year, end.year + 1)
    )


def due(start: date | datetime, term: Term) -> date | datetime:
    """The last day of a term, or for hours the last moment in UTC.

    Months and years end on the day with the same number, or the month's last day where it has none
    (lag 1930:173 om beräkning av lagstadgad tid, 2 §). A last day on a weekend is not moved to the next
    working day: what the party may do the day after, the authority should have done the day before.
    Hours are elapsed hours, also across a change of clocks, and need an instant: TypeError for a day.
    """
    if term.unit is TermUnit.HOURS:
        return _moment_after(start, term.value)
    day = day_of(start) if isinstance(start, datetime) else start
    match term.unit:
        case TermUnit.DAYS:
            return day + timedelta(days=term.value)
        case TermUnit.WORKING_DAYS:
            return add_working_days(day, term.value)
        case TermUnit.MONTHS:
            return add_months(day, term.value)
        case _:
            return add_months(day, term.value * MONTHS_A_YEAR)


def due_day(start: date | datetime, term: Term) -> date:
    """The Swedish day on which a term ends, for lists and calendars; for hours the day of the last moment."""
    end = due(start, term)
    return day_of(end) if isinstance(end, datetime) else end


def add_months(day: date, count: int) -> date:
    """The day with the same number, or the month's last day where it has no such day."""
    months = day.year * MONTHS_A_YEAR + day.month - 1 + count
    year, month = months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _moment_after(start: date | datetime, hours: int) -> datetime:
    if not isinstance(start, datetime):
        raise TypeError("hours are counted from an instant, not from a day")
    if start.tzinfo is None:
        raise ValueError("a time without a zone names no instant")
    return start.astimezone(UTC) + timedelta(hours=hours)


@cache
def _working_days(year: int) -> tuple[date, ...]:
    """A year's working days in order."""
    # Without de_facto the library takes midsommarafton, julafton and nyårsafton for working days.
    off = holidays.country_holidays("SE", years=year, categories=("public", "de_facto"), include_sundays=False)
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range(366 if calendar.isleap(year) else 365))
    return tuple(day for day in days if day.weekday() < SATURDAY and day not in off)


@cache
def _working_day_set(year: int) -> frozenset[date]:
    return frozenset(_working_days(year))
