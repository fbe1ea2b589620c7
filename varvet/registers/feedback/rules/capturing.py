"""What a capture must hold: the least that makes a record one can count and stand for."""

from datetime import date, timedelta
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken

LONGEST_BACK = timedelta(days=366)  # a paper form found later than so is written by hand in the diary


class Handled(StrEnum):
    """What happened to it there and then."""

    AT_ONCE = "at_once"
    IN_CASE = "in_case"
    LATER = "later"


HANDLED_LABELS: dict[str, str] = {
    Handled.AT_ONCE: marked("Ja, vi löste det direkt"),
    Handled.IN_CASE: marked("Det tas i personens eget ärende"),
    Handled.LATER: marked("Nej, någon behöver svara"),
}


def check_capture(handled: Handled, text: str, *, categorised: bool) -> None:
    """What somebody must answer has words. What is settled there and then needs them only without a category.

    What is taken in the person's own case is counted alone: its words belong there and are not kept here.
    """
    if handled is Handled.LATER:
        wording.check_words("feedback", "what", text, "Skriv vad personen sade.")
        return
    if handled is Handled.IN_CASE and text.strip():
        sentence = "Skriv texten i personens eget ärende. Här räknas det bara."
        raise RuleBroken("feedback.capture.in_case", sentence, field="what")
    if not text.strip() and not categorised:
        raise RuleBroken("feedback.capture.about", "Välj vad det handlar om, eller skriv det.", field="category")
    if text.strip():
        wording.check_words("feedback", "what", text, "Skriv vad personen sade.")


def check_said_on(day: date, today: date) -> None:
    if day > today:
        raise RuleBroken("feedback.capture.future", "Dagen kan inte ligga framåt i tiden.", field="said_on")
    if day < today - LONGEST_BACK:
        raise RuleBroken(
            "feedback.capture.old", "Dagen ligger mer än ett år tillbaka. Kontrollera den.", field="said_on"
        )
