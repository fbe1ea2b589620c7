"""When what is repeated is due: the quality year cut in parts, a day in each, never on a day off."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from varvet.kernel.law.days import add_months, add_working_days, is_working_day
from varvet.kernel.law.words import marked

LAST_DAY = 31  # of a month: its last, whichever that is


class Repeat(StrEnum):
    ONCE = "once"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF_YEAR = "half_year"
    YEAR = "year"


REPEAT_LABELS: dict[str, str] = {
    Repeat.ONCE: marked("En gång"),
    Repeat.MONTH: marked("Varje månad"),
    Repeat.QUARTER: marked("Varje kvartal"),
    Repeat.TERTIAL: marked("Varje tertial"),
    Repeat.HALF_YEAR: marked("Varje halvår"),
    Repeat.YEAR: marked("Varje år"),
}
MONTHS: dict[Repeat, int] = {
    Repeat.MONTH: 1,
    Repeat.QUARTER: 3,
    Repeat.TERTIAL: 4,
    Repeat.HALF_YEAR: 6,
    Repeat.YEAR: 12,
}


@dataclass(frozen=True)
class Span:
    """Both days included."""

    first: date
    last: date


@dataclass(frozen=True)
class Rule:
    """`month` is the calendar's for what comes once a year, else counted from 1 in its part of the quality year.

    `day` is of the month; 31 is its last day. `on` is the day of what is done once, and of nothing else.
    """

    repeat: Repeat
    month: int = 1
    day: int = 1
    on: date | None = None


@dataclass(frozen=True)
class Slot:
    """A time that the rule makes: the first day of its part of the year, and the working day on which it is due."""

    period: date
    due: date


def slots(rule: Rule, years: Sequence[Span]) -> list[Slot]:
    """One for each part of the years, in order. A part that is too short for the month has it in its last."""
    if rule.repeat is Repeat.ONCE:
        return [] if rule.on is None else [Slot(rule.on, working_day(rule.on))]
    if rule.repeat is Repeat.YEAR:
        return [slot for year in years for slot in _yearly(rule, year)]
    return [
        Slot(part.first, _day_in(rule, part)) for year in years for part in parts_of(year, MONTHS[Repeat(rule.repeat)])
    ]


def working_day(day: date) -> date:
    """The day itself, or the next working day."""
    return day if is_working_day(day) else add_working_days(day, 1)


def parts_of(year: Span, months: int) -> Iterator[Span]:
    """The year cut into equal parts from its first day; where it was made shorter, so is the last of them."""
    first = year.first
    while first <= year.last:
        after = add_months(first, months)
        yield Span(first, min(after - timedelta(days=1), year.last))
        first = after


def _yearly(rule: Rule, year: Span) -> Iterator[Slot]:
    """A year that was made longer has the month once all the same, and one that was made shorter may lack it."""
    for part in parts_of(year, 1):
        if part.first.month == rule.month:
            yield Slot(year.first, _on(part.first, rule.day))
            return


def _day_in(rule: Rule, part: Span) -> date:
    month = add_months(part.first, rule.month - 1)
    return _on(min(month, part.last.replace(day=1)), rule.day)


def _on(month: date, day: int) -> date:
    last = calendar.monthrange(month.year, month.month)[1]
    return working_day(month.replace(day=min(day, last)))
