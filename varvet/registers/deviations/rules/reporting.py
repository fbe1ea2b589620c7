"""What a report must say."""

from datetime import date, datetime, time
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations.rules.states import Status


class When(StrEnum):
    """The reporter's answer to when it happened."""

    JUST_NOW = "just_now"
    TODAY = "today"
    OTHER = "other"
    UNKNOWN = "unknown"


DAY_MISSING = marked("Skriv vilken dag det hände.")


def check_when(when: When, day: date | None, today: date) -> None:
    """Another day must be named and cannot lie ahead."""
    if when is When.OTHER and day is None:
        raise RuleBroken("deviation.when.day", DAY_MISSING, field="day")
    if when is When.OTHER and day is not None and day > today:
        raise RuleBroken("deviation.when.future", "Dagen har inte varit än. Kontrollera datumet.", field="day")


def check_clock(day: date | None, clock: time | None, local: datetime) -> None:
    """The time of day cannot lie ahead either. `local` is now, as clocks in Sweden show it."""
    if clock is not None and day == local.date() and clock > local.time():
        raise RuleBroken("deviation.when.clock", "Klockslaget har inte varit än. Kontrollera tiden.", field="clock")


def event_day(when: When, day: date | None, today: date) -> date | None:
    """The day it happened, None when nobody knows."""
    if when is When.UNKNOWN:
        return None
    return day if when is When.OTHER else today


def event_time(when: When, clock: time | None) -> time | None:
    """The time of day is asked for with another day, as when a paper form is registered afterwards."""
    return clock if when is When.OTHER else None


def check_words(what: str) -> None:
    wording.check_words("deviation", "what", what, marked("Berätta vad som hände."))


def check_open_for_more(status: str) -> None:
    """A report that is kept as another one's duplicate is not read any more: what is new belongs to that one."""
    if status == Status.DUPLICATE:
        sentence = marked("Rapporten hör ihop med en annan. Gör en ny rapport om du vet något mer.")
        raise RuleBroken("deviation.more.duplicate", sentence)


def check_added(text: str) -> None:
    wording.check_words("deviation", "more", text, marked("Skriv vad du vill lägga till."))
