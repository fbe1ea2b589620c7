"""The ladder of reminders: before the last day, on it, after it, again and again, and to those above."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from varvet.kernel.law.days import add_working_days
from varvet.kernel.organisation.terms import TermTable

BEFORE_TERM, AGAIN_TERM, ABOVE_TERM = "paminnelse_fore", "paminnelse_igen", "paminnelse_uppat"


class Rung(StrEnum):
    BEFORE = "before"
    DUE = "due"
    OVERDUE = "overdue"
    ABOVE = "above"


@dataclass(frozen=True)
class Ladder:
    """Working days before the last day; days between reminders after it; working days after it to those above."""

    before: int
    again: int
    above: int


@dataclass(frozen=True)
class Step:
    """A rung reached. `number` is 1, and counts on for what is overdue again and again."""

    rung: Rung
    number: int = 1


def ladder_on(terms: TermTable, day: date) -> Ladder:
    before, again, above = (terms.term_on(key, day).value for key in (BEFORE_TERM, AGAIN_TERM, ABOVE_TERM))
    return Ladder(before, again, above)


def reached(due: date, today: date, ladder: Ladder) -> list[Step]:
    """The last rung reached by whoever has it, and the one above if that is reached; none while there is time.

    Only the last: somebody who was not reminded for a week, since nothing ran, is reminded once.
    """
    if today < add_working_days(due, -ladder.before):
        return []
    if today < due:
        return [Step(Rung.BEFORE)]
    if today == due:
        return [Step(Rung.DUE)]
    times = 1 + (today - due - timedelta(days=1)).days // ladder.again
    above = [Step(Rung.ABOVE)] if today >= add_working_days(due, ladder.above) else []
    return [Step(Rung.OVERDUE, times), *above]
