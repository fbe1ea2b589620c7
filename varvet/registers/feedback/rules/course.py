"""The days a piece of feedback reaches, and that they follow each other."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.feedback.rules.states import STATUS_LABELS, Status


@dataclass(frozen=True)
class Course:
    """The days a piece of feedback has reached so far."""

    received_on: date
    registered_on: date | None = None
    answered_on: date | None = None
    answer_registered_on: date | None = None
    closed_on: date | None = None


def check_course(status: Status, course: Course) -> None:
    """Nothing happens before it came in, an answer is given before it is registered, and the state agrees."""
    later = (course.registered_on, course.answered_on, course.answer_registered_on, course.closed_on)
    if any(day < course.received_on for day in later if day):
        raise RuleBroken("feedback.course.order", "Dagarna kommer i fel ordning. Kontrollera dem.")
    registered = course.answer_registered_on
    if registered and (course.answered_on is None or course.answered_on > registered):
        raise RuleBroken("feedback.course.answer", "Svaret är registrerat före det gavs. Kontrollera dagarna.")
    answer_fits = {Status.RECEIVED: course.answered_on is None, Status.ANSWERED: course.answered_on is not None}
    if not answer_fits.get(status, True) or (course.closed_on is not None) != (status is Status.CLOSED):
        sentence = marked("Dagarna stämmer inte med läget {state}.")
        raise RuleBroken("feedback.course.state", sentence, values={"state": Word(STATUS_LABELS[status])})
