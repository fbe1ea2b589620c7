"""What a risk is told with, when it is looked at again, and for how long it may be accepted."""

from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken

LONGEST_NAME, LONGEST_REFERENCE = 160, 120


class Occasion(StrEnum):
    """Why it was looked for."""

    YEARLY = "yearly"
    CHANGE = "change"
    REORGANISATION = "reorganisation"
    EVENT = "event"
    WORKSHOP = "workshop"


OCCASION_LABELS: dict[str, str] = {
    Occasion.YEARLY: marked("Årlig genomgång"),
    Occasion.CHANGE: marked("En förändring i arbetet"),
    Occasion.REORGANISATION: marked("Omorganisation"),
    Occasion.EVENT: marked("Något som har hänt"),
    Occasion.WORKSHOP: marked("Riskverkstad"),
}


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("risk", field, text, missing)


def check_name(name: str) -> None:
    check_words("name", name, marked("Skriv vad som skulle kunna hända."))
    if len(name) > LONGEST_NAME:
        sentence = marked("Korta vad som kan hända till högst {most} tecken.")
        raise RuleBroken("risk.name.long", sentence, field="name", values={"most": LONGEST_NAME})


def check_review(review_on: date, latest: date, today: date) -> None:
    """It lies ahead, and no longer ahead than the organisation has decided."""
    if review_on <= today:
        sentence = marked("Välj en dag efter i dag för nästa genomgång.")
        raise RuleBroken("risk.review.past", sentence, field="review_on")
    if review_on > latest:
        sentence = marked("Nästa genomgång är senast {latest}. Välj en tidigare dag.")
        raise RuleBroken("risk.review.late", sentence, field="review_on", values={"latest": latest})


def check_acceptance(until: date, latest: date, today: date) -> None:
    """For a time, so that somebody asks again."""
    if until <= today:
        raise RuleBroken("risk.until.past", marked("Välj en dag efter i dag."), field="until")
    if until > latest:
        sentence = marked("Risken får vara accepterad till som längst {latest}. Välj en tidigare dag.")
        raise RuleBroken("risk.until.late", sentence, field="until", values={"latest": latest})


def is_expired(accepted_until: date | None, today: date) -> bool:
    """The last day still holds."""
    return accepted_until is not None and today > accepted_until
