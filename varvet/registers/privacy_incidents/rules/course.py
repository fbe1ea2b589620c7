"""What is taken over from elsewhere: its days follow each other and agree with its state."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.privacy_incidents.rules.states import STATUS_LABELS, Status


@dataclass(frozen=True)
class Course:
    """The days an incident has reached so far."""

    received_on: date
    assessed_on: date | None = None
    reported_on: date | None = None
    closed_on: date | None = None


def check_course(status: Status, course: Course) -> None:
    """Nothing happens before anybody knew, it is assessed before it is closed, and the state agrees."""
    later = [day for day in (course.assessed_on, course.reported_on, course.closed_on) if day]
    in_order = course.closed_on is None or course.assessed_on is None or course.assessed_on <= course.closed_on
    if not in_order or any(day < course.received_on for day in later):
        raise RuleBroken("privacy_incidents.course.order", "Dagarna kommer i fel ordning. Kontrollera dem.")
    assessed, reported, closed = (day is not None for day in (course.assessed_on, course.reported_on, course.closed_on))
    fits = {
        Status.RECEIVED: not (assessed or reported or closed),
        Status.DECIDED: assessed and not closed,
        Status.CLOSED: assessed and closed,
    }
    if not fits.get(status, False):
        sentence = marked("Dagarna stämmer inte med läget {state}.")
        raise RuleBroken("privacy_incidents.course.state", sentence, values={"state": Word(STATUS_LABELS[status])})
