"""What holds for the public form: how much one source may send, and how long the way of a code is kept open."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NoReturn

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

QUICKEST = timedelta(seconds=4)  # nobody reads and writes faster
CALM_SENDINGS, CALM_CODES = 5, 5  # from one source in an hour, before a person is asked to show that they are one
MOST_SENDINGS = 200  # from one source in an hour, whoever they are
MOST_CODES = 50  # wrong codes from one source in an hour, whoever they are
SUMS = ((2, 3), (4, 1), (3, 4), (5, 2), (1, 6), (6, 3), (2, 5), (4, 4))  # asked in words, answered in figures
NUMBERS = ("", marked("ett"), marked("två"), marked("tre"), marked("fyra"), marked("fem"), marked("sex"))


@dataclass(frozen=True)
class Sending:
    """How a form came: how long it was open, the trap that only machines fill in, and how many came before it."""

    seconds_open: float
    trap: str
    before: int


def is_doubtful(sending: Sending) -> bool:
    """Whether whoever sends is asked for a small sum first. Nobody is ever refused for being quick, or one of many."""
    return bool(sending.trap) or sending.seconds_open < QUICKEST.seconds or sending.before >= CALM_SENDINGS


def sum_of(day_number: int) -> tuple[int, int]:
    """The sum that is asked, another one each day."""
    return SUMS[day_number % len(SUMS)]


def check_sum(asked: tuple[int, int], answered: str) -> None:
    """RuleBroken while it is not answered rightly, in figures."""
    if answered.strip() != str(sum(asked)):
        raise RuleBroken("feedback.public.sum", "Räkna ut talet och skriv svaret med siffror.", field="total")


def check_sendings(before: int) -> None:
    if before >= MOST_SENDINGS:
        raise RuleBroken("feedback.public.many", "Det har kommit väldigt mycket på en gång. Skicka igen om en timme.")


def check_code_tries(wrong: int) -> None:
    if wrong >= MOST_CODES:
        raise RuleBroken("feedback.public.tries", "För många försök. Vänta en timme och försök igen.", field="code")


def refuse_code() -> NoReturn:
    """The same sentence for every wrong code: it says nothing of what there is."""
    raise RuleBroken("feedback.public.code", "Vi hittar inget med den koden. Kontrollera tecknen.", field="code")


def window_of(now: datetime) -> datetime:
    """The hour in which a sending is counted."""
    return now.replace(minute=0, second=0, microsecond=0)
