"""The days of a case: they follow each other and agree with its state and outcome."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.lex_sarah.rules.codes import TO_AUTHORITY
from varvet.registers.lex_sarah.rules.states import STATUS_LABELS, Status


@dataclass(frozen=True)
class Course:
    """The days a case has reached so far, and what was decided (empty until then)."""

    received_on: date
    opened_on: date | None = None
    completed_on: date | None = None
    decided_on: date | None = None
    reported_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    joined: bool = False  # investigated in another case, whose days these steps are

    @property
    def steps(self) -> tuple[date | None, ...]:
        """Opened, completed, decided, reported to the inspectorate: each needs the one before."""
        return (self.opened_on, self.completed_on, self.decided_on, self.reported_on)


# How many of a course's steps have been taken in each state.
STEPS_TAKEN: dict[Status, frozenset[int]] = {
    Status.RECEIVED: frozenset({0}),
    Status.NOT_OPENED: frozenset({0}),
    Status.OPENED: frozenset({1}),
    Status.INVESTIGATED: frozenset({2}),
    Status.DECIDED: frozenset({3}),
    Status.REPORTED: frozenset({4}),
    Status.AUTHORITY_DECIDED: frozenset({4}),
    Status.FOLLOWING_UP: frozenset({3, 4}),
    Status.CLOSED: frozenset({3, 4}),
}


def check_course(status: Status, course: Course) -> None:
    """A case's days follow each other, and agree with its state and outcome."""
    taken = [day for day in course.steps if day]
    if any(day is None for day in course.steps[: len(taken)]):
        raise RuleBroken("lex_sarah.course.gap", "En dag saknas. Varje steg behöver steget före.")
    days = [course.received_on, *taken, *([course.closed_on] if course.closed_on else [])]
    if days != sorted(days):
        raise RuleBroken("lex_sarah.course.order", "Dagarna kommer i fel ordning. Kontrollera dem.")
    if bool(course.outcome) != (course.decided_on is not None):
        raise RuleBroken("lex_sarah.course.outcome", "Beslutet och beslutsdagen hör ihop. En av dem saknas.")
    if course.reported_on:
        check_serious(course.outcome)
    _check_state(status, course)


def _check_state(status: Status, course: Course) -> None:
    """A case that is not opened may be closed by the same stroke, or not."""
    taken = len([day for day in course.steps if day])
    closed_fits = status is Status.NOT_OPENED or (course.closed_on is not None) == (status is Status.CLOSED)
    allowed = frozenset({0}) if course.joined else STEPS_TAKEN[status]
    if taken not in allowed or not closed_fits:
        sentence = marked("Dagarna stämmer inte med läget {state}.")
        raise RuleBroken("lex_sarah.course.state", sentence, values={"state": Word(STATUS_LABELS[status])})


def check_serious(outcome: str) -> None:
    """Only what is serious, or a palpable risk of it, goes to the inspectorate."""
    if outcome not in TO_AUTHORITY:
        sentence = marked("Bara allvarliga missförhållanden, eller påtaglig risk för dem, anmäls till IVO.")
        raise RuleBroken("lex_sarah.report_to_authority.outcome", sentence)


def check_told_authority(outcome: str, reported_on: date | None) -> None:
    """What is serious is reported to the inspectorate before anything else happens to the case."""
    if outcome in TO_AUTHORITY and reported_on is None:
        raise RuleBroken("lex_sarah.close.unreported", "Det är allvarligt och måste först anmälas till IVO.")
