"""What answering and the diary ask for."""

from datetime import date

from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken


def check_diary_number(number: str, registered_on: date | None) -> None:
    """Registered once, under the number the diary gave."""
    if registered_on is not None:
        raise RuleBroken("feedback.register.twice", "Ärendet är redan diariefört.", field="diary_number")
    if not number.strip():
        raise RuleBroken("feedback.register.number", "Skriv diarienumret.", field="diary_number")


def check_answer_register(answered_on: date | None, answer_registered_on: date | None) -> None:
    """An answer is registered once, after it is given."""
    if answered_on is None:
        raise RuleBroken("feedback.answer_register.none", "Det finns inget svar att diarieföra än.")
    if answer_registered_on is not None:
        raise RuleBroken("feedback.answer_register.twice", "Svaret är redan diariefört.")


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("feedback", field, text, missing)
