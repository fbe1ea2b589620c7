"""How many deviations came in month by month, asked of whoever counts."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.days import add_months
from varvet.kernel.records.figures import Wanted, count
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.rules import end_of

MEASURE = "deviations.received"
MONTHS = 6


@dataclass(frozen=True)
class Month:
    """`value` is None where nothing is counted."""

    first: date
    value: int | None


def trend_of(meeting: Meeting) -> list[Month]:
    """The months before the meeting's own, the oldest first."""
    months = [add_months(meeting.month, number - MONTHS) for number in range(MONTHS)]
    return [Month(month, _value(meeting, month)) for month in months]


def _value(meeting: Meeting, month: date) -> int | None:
    found = count(Wanted(MEASURE, meeting.unit, month, end_of(month))).value
    return None if found is None else int(found)
