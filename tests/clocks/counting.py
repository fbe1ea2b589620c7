"""The ladder counted day by day, in another way than the program does it: what the program must agree with."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from varvet.kernel.law.days import is_working_day

Step = tuple[str, int]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LEVELS = 2  # above the unit: the department and the root


def working_day_after(start: date, count: int) -> date:
    day = start
    for _ in range(count):
        day += DAY
        while not is_working_day(day):
            day += DAY
    return day


def between(after: date, until: date) -> int:
    """Working days after the one and until and including the other."""
    count, day = 0, after
    while day < until:
        day += DAY
        count += is_working_day(day)
    return count


def steps_by_day(due: date, today: date) -> Iterator[Step]:
    """A working day before; on the day; each week after; and a level up for each five working days that have passed."""
    if today < due:
        if between(today, due - DAY) == 0:
            yield "before", 1
        return
    if today == due:
        yield "due", 1
        return
    weeks = 0
    while due + DAY + 7 * weeks * DAY <= today:
        weeks += 1
    yield "overdue", weeks
    for level in range(1, LEVELS + 1):
        if between(due, today) >= 5 * level:
            yield "above", level


def moments_of(started: datetime) -> Iterator[tuple[datetime, list[Step]]]:
    """When somebody is to be reminded of 72 hours, for a week."""
    yield started + 48 * HOUR, [("before", 1)]
    yield started + 66 * HOUR, [("before", 2)]
    yield started + 72 * HOUR, [("due", 1), ("above", 1)]
    for day in range(1, 5):
        yield started + (72 + 24 * day) * HOUR, [("overdue", day), *([("above", 2)] if day == 1 else [])]
