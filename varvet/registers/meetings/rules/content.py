"""What is right to write on a sheet, and which days a meeting and what stands on its sheet can have."""

from dataclasses import dataclass
from datetime import date, timedelta

from varvet.kernel.law.days import add_months
from varvet.kernel.law.personal_data import Sort, find_personal
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.meetings.rules.lines import Outcome

LONGEST_NAME, LONGEST_QUESTION = 160, 200
MOST_PRESENT = 500
DAYS_AHEAD = 14
MOST_BACK = 92  # days: what lies further back than so is not news to a meeting


@dataclass(frozen=True)
class Span:
    """The days whose news a sheet tells, both included."""

    first: date
    last: date


def month_of(day: date) -> date:
    """Its first day."""
    return day.replace(day=1)


def end_of(month: date) -> date:
    return add_months(month, 1) - timedelta(days=1)


def due_by(month: date) -> date:
    """What falls due until the middle of the next month is talked about: the next meeting is held about then."""
    return end_of(month) + timedelta(days=DAYS_AHEAD)


def span_of(month: date, before: date | None, today: date) -> Span:
    """From the day the sheet before was closed to news; for the first, from the month before."""
    first = before or add_months(month, -1)
    return Span(max(first, today - timedelta(days=MOST_BACK)), today)


def check_words(text: str, field: str) -> None:
    """Everybody in the unit reads it."""
    if not text.strip():
        raise RuleBroken("meeting.words.empty", marked("Skriv vad ni ska tala om."), field=field)
    if any(found.sort is Sort.PERSONAL_NUMBER for found in find_personal(text)):
        sentence = marked("Alla i enheten läser bladet. Skriv aldrig ett personnummer där.")
        raise RuleBroken("meeting.words.person", sentence, field=field)


def check_outcome(outcome: str, reason: str) -> None:
    if outcome == Outcome.LEFT and not reason:
        raise RuleBroken("meeting.reason.none", marked("Välj varför det inte tas upp."), field="reason")


def check_held(held_on: date, month: date, today: date) -> None:
    if held_on > today:
        raise RuleBroken("meeting.held.ahead", marked("Dagen har inte varit än."), field="held_on")
    if month_of(held_on) != month:
        sentence = marked("Bladet gäller en annan månad. Skapa ett blad för den månad då ni träffades.")
        raise RuleBroken("meeting.held.month", sentence, field="held_on")


def check_present(present: int) -> None:
    if not 1 <= present <= MOST_PRESENT:
        values = {"most": MOST_PRESENT}
        raise RuleBroken("meeting.present", marked("Ange minst 1 och högst {most}."), field="present", values=values)


def check_month(month: date, today: date) -> None:
    """Of this month, or of the next one when this is near its end."""
    if month not in {month_of(today), add_months(month_of(today), 1)}:
        sentence = marked("Ett blad skapas för den här månaden eller nästa.")
        raise RuleBroken("meeting.month", sentence, field="month")
