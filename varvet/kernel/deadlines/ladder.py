"""The ladder of reminders: before the last day, on it, after it, again and again, and to those above, level by level.

A term in days is reminded of in the mornings of working days; one in hours at its own hours, nights and weekends too.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from varvet.kernel.law.days import add_working_days, working_days_between
from varvet.kernel.organisation.terms import TermTable

BEFORE_TERM, AGAIN_TERM, ABOVE_TERM = "paminnelse_fore", "paminnelse_igen", "paminnelse_uppat"
EARLY_HOURS, LATE_HOURS, AGAIN_HOURS = "paminnelse_timmar_tidigt", "paminnelse_timmar_sent", "paminnelse_timmar_igen"
FIRST_PART = 3  # of a term in hours: somebody is reminded when a third is left


class Rung(StrEnum):
    BEFORE = "before"
    DUE = "due"
    OVERDUE = "overdue"
    ABOVE = "above"


@dataclass(frozen=True)
class Ladder:
    """Working days before the last day; days between reminders after it; working days to each level further up."""

    before: int
    again: int
    above: int


@dataclass(frozen=True)
class HourLadder:
    """Hours left at the two last reminders before the moment, and hours between those after it."""

    early: int
    late: int
    again: int


@dataclass(frozen=True)
class Step:
    """A rung reached. `number` counts on: what is overdue again and again, and the levels above that are to know."""

    rung: Rung
    number: int = 1


def ladder_on(terms: TermTable, day: date) -> Ladder:
    before, again, above = (terms.term_on(key, day).value for key in (BEFORE_TERM, AGAIN_TERM, ABOVE_TERM))
    return Ladder(before, again, above)


def hour_ladder_on(terms: TermTable, day: date) -> HourLadder:
    early, late, again = (terms.term_on(key, day).value for key in (EARLY_HOURS, LATE_HOURS, AGAIN_HOURS))
    return HourLadder(early, late, again)


def reached(due: date, today: date, ladder: Ladder) -> list[Step]:
    """The last rung reached by whoever has it, and the highest one above if any is reached; none while there is time.

    Only the last: somebody who was not reminded for a week, since nothing ran, is reminded once.
    """
    if today < add_working_days(due, -ladder.before):
        return []
    if today < due:
        return [Step(Rung.BEFORE)]
    if today == due:
        return [Step(Rung.DUE)]
    times = 1 + (today - due - timedelta(days=1)).days // ladder.again
    levels = working_days_between(due, today) // ladder.above
    return [Step(Rung.OVERDUE, times), *([Step(Rung.ABOVE, levels)] if levels else [])]


def reached_in_hours(started: datetime, due: datetime, now: datetime, ladder: HourLadder) -> list[Step]:
    """As `reached` for a term in hours. Once it has passed those above are told at once, a level more each time."""
    left = due - now
    if left <= timedelta(0):
        times = -left // timedelta(hours=ladder.again)
        mine = Step(Rung.OVERDUE, times) if times else Step(Rung.DUE)
        return [mine, Step(Rung.ABOVE, 1 + times)]
    passed = [number for number, mark in enumerate(marks(due - started, ladder), 1) if left <= mark]
    return [Step(Rung.BEFORE, passed[-1])] if passed else []


def marks(length: timedelta, ladder: HourLadder) -> list[timedelta]:
    """The time left at each reminder before the moment, the longest first; none at or before the start."""
    wanted = {length / FIRST_PART, timedelta(hours=ladder.early), timedelta(hours=ladder.late)}
    return sorted((mark for mark in wanted if mark < length), reverse=True)
