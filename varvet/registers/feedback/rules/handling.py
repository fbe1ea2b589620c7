"""What answering, closing and the diary ask for."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback.rules.sorts import Sort


@dataclass(frozen=True)
class Ending:
    """How it ends: was it answered, is it handled in the person's own case instead, or why is there no answer."""

    answered: bool
    handled_in_case: bool
    reason: str


def check_ending(sort: str, ending: Ending) -> None:
    """Praise asks for no answer. All else is answered, handled in the person's own case, or says why not."""
    if sort == Sort.PRAISE or ending.answered or ending.handled_in_case or ending.reason.strip():
        return
    raise RuleBroken("feedback.close.unanswered", "Svara först, eller skriv varför inget svar lämnas.", field="reason")


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
