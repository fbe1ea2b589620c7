"""What a report must say."""

from datetime import date
from enum import StrEnum

from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken


class When(StrEnum):
    """The reporter's answer to when it happened."""

    JUST_NOW = "just_now"
    TODAY = "today"
    OTHER = "other"
    UNKNOWN = "unknown"


DAY_MISSING = "Skriv vilken dag det hände."


def check_when(when: When, day: date | None, today: date) -> None:
    """Another day must be named and cannot lie ahead."""
    if when is When.OTHER and day is None:
        raise RuleBroken("deviation.when.day", DAY_MISSING, field="day")
    if when is When.OTHER and day is not None and day > today:
        raise RuleBroken("deviation.when.future", "Dagen har inte varit än. Kontrollera datumet.", field="day")


def event_day(when: When, day: date | None, today: date) -> date | None:
    """The day it happened, None when nobody knows."""
    if when is When.UNKNOWN:
        return None
    return day if when is When.OTHER else today


def check_words(what: str) -> None:
    wording.check_words("deviation", "what", what, "Berätta vad som hände.")
