"""What a report must say: what happened, when, and since when somebody here has known."""

from datetime import date, datetime
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken


class Aware(StrEnum):
    """The reporter's answer to when it became known here."""

    JUST_NOW = "just_now"
    OTHER = "other"


AWARE_MISSING = marked("Skriv när ni fick veta det.")


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("privacy_incidents", field, text, missing)


def aware_at(aware: Aware, moment: datetime | None, now: datetime) -> datetime:
    """The instant somebody here knew: the clock to IMY starts there. It cannot lie ahead."""
    if aware is Aware.JUST_NOW:
        return now
    if moment is None:
        raise RuleBroken("privacy_incidents.aware.missing", AWARE_MISSING, field="aware_at")
    check_aware(moment, now)
    return moment


def check_aware(aware_at: datetime, now: datetime) -> None:
    if aware_at > now:
        sentence = marked("Tiden ligger framåt. Skriv när ni fick veta.")
        raise RuleBroken("privacy_incidents.aware.ahead", sentence, field="aware_at")


def check_occurred(day: date | None, aware_on: date) -> None:
    """Nobody knows of what has not happened yet."""
    if day is not None and day > aware_on:
        sentence = marked("Det hände efter att ni fick veta det. Kontrollera dagarna.")
        raise RuleBroken("privacy_incidents.occurred.after", sentence, field="occurred_day")
