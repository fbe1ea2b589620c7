"""When things happen: working days of a period, fewer in July, and office hours."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import accumulate

from varvet.demo.dice import Dice
from varvet.kernel.law.days import STOCKHOLM, add_working_days, is_working_day

YEARLY = {1: 1.0, 2: 1.0, 3: 1.05, 4: 0.95, 5: 1.0, 6: 0.9, 7: 0.45, 8: 0.8, 9: 1.05, 10: 1.1, 11: 1.05, 12: 0.8}
HOURS = {7: 2.0, 8: 8.0, 9: 11.0, 10: 11.0, 11: 8.0, 12: 4.0, 13: 10.0, 14: 10.0, 15: 10.0, 16: 7.0, 17: 2.0, 20: 1.0}


@dataclass(frozen=True)
class Span:
    """From first to last day, both included."""

    first: date
    last: date

    @classmethod
    def year(cls, year: int) -> "Span":
        return cls(date(year, 1, 1), date(year, 12, 31))


@cache
def working_days(span: Span) -> tuple[date, ...]:
    days = (span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))
    return tuple(day for day in days if is_working_day(day))


def moments(count: int, span: Span, dice: Dice, by_month: Mapping[int, float] = YEARLY) -> list[datetime]:
    """So many moments in a span, in order; `by_month` weighs the months against each other."""
    days = working_days(span)
    reach = list(accumulate(by_month[day.month] for day in days))
    found = (days[bisect_right(reach, dice.below(1_000_000) / 1_000_000 * reach[-1])] for _ in range(count))
    return sorted(at_office(day, dice) for day in found)


def at_office(day: date, dice: Dice) -> datetime:
    """A moment of the day when people write."""
    return datetime.combine(day, time(dice.weighted(HOURS), dice.below(60)), STOCKHOLM)


def later(day: date, low: int, high: int, dice: Dice) -> date:
    """A working day that lies between `low` and `high` working days after."""
    return add_working_days(day, dice.between(low, high))


def afternoon(day: date) -> datetime:
    """A moment late in the day, after whatever came in that day."""
    return datetime.combine(day, time(21, 0), STOCKHOLM)
