"""What may happen to a lex Sarah case and when: pure decisions, values in, value or RuleBroken out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    RECEIVED = "received"
    OPENED = "opened"
    NOT_OPENED = "not_opened"
    INVESTIGATED = "investigated"
    DECIDED = "decided"
    REPORTED = "reported"
    FOLLOWING_UP = "following_up"
    CLOSED = "closed"


STATUS_LABELS: dict[str, str] = {
    Status.RECEIVED: marked("Mottagen"),
    Status.OPENED: marked("Utredning inledd"),
    Status.NOT_OPENED: marked("Utredning inleds inte"),
    Status.INVESTIGATED: marked("Utredd"),
    Status.DECIDED: marked("Beslutad"),
    Status.REPORTED: marked("Anmäld till IVO"),
    Status.FOLLOWING_UP: marked("Åtgärder följs upp"),
    Status.CLOSED: marked("Avslutad"),
}
STEPS = (Status.RECEIVED, Status.OPENED, Status.INVESTIGATED, Status.DECIDED, Status.FOLLOWING_UP, Status.CLOSED)
OPEN = frozenset({*STEPS[:-1], Status.REPORTED})
STARTS = (Status.RECEIVED,)


class Law(StrEnum):
    SOL = "sol"
    LSS = "lss"


LAW_LABELS: dict[str, str] = {Law.SOL: marked("Socialtjänstlagen"), Law.LSS: marked("Lagen om stöd och service")}


class Outcome(StrEnum):
    """What the decision says that it was."""

    NO_MISCONDUCT = "no_misconduct"
    MISCONDUCT = "misconduct"
    RISK = "risk"
    SERIOUS = "serious"
    SERIOUS_RISK = "serious_risk"


OUTCOME_LABELS: dict[str, str] = {
    Outcome.NO_MISCONDUCT: marked("Inget missförhållande"),
    Outcome.MISCONDUCT: marked("Missförhållande"),
    Outcome.RISK: marked("Påtaglig risk för missförhållande"),
    Outcome.SERIOUS: marked("Allvarligt missförhållande"),
    Outcome.SERIOUS_RISK: marked("Påtaglig risk för allvarligt missförhållande"),
}
TO_AUTHORITY = frozenset({Outcome.SERIOUS, Outcome.SERIOUS_RISK})
MISCONDUCT_OR_RISK = frozenset({Outcome.MISCONDUCT, Outcome.RISK}) | TO_AUTHORITY


class NotOpened(StrEnum):
    """Why no investigation is opened. Blank on a case taken over from elsewhere without its reason."""

    OTHER_PRINCIPAL = "other_principal"
    OUT_OF_SCOPE = "out_of_scope"
    SAME_EVENT = "same_event"


NOT_OPENED_LABELS: dict[str, str] = {
    NotOpened.OTHER_PRINCIPAL: marked("En annan huvudman ansvarar"),
    NotOpened.OUT_OF_SCOPE: marked("Händelsen omfattas inte av lex Sarah"),
    NotOpened.SAME_EVENT: marked("Samma händelse utreds redan"),
}


class Event(StrEnum):
    OPEN = "open"
    DECLINE = "decline"
    COMPLETE = "complete"
    DECIDE = "decide"
    REPORT_TO_AUTHORITY = "report_to_authority"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"


MOVES = Moves(
    code="lex_sarah",
    refusal="Ärendets läge är: {now}. Därför går det inte att {act}.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.OPEN, "inleda utredning", frozenset({Status.RECEIVED}), (Status.OPENED,)),
        Transition(Event.DECLINE, "avstå från utredning", frozenset({Status.RECEIVED}), (Status.NOT_OPENED,)),
        Transition(Event.COMPLETE, "slutföra utredningen", frozenset({Status.OPENED}), (Status.INVESTIGATED,)),
        Transition(Event.DECIDE, "besluta", frozenset({Status.INVESTIGATED}), (Status.DECIDED,)),
        Transition(Event.REPORT_TO_AUTHORITY, "anmäla till IVO", frozenset({Status.DECIDED}), (Status.REPORTED,)),
        Transition(
            Event.FOLLOW_UP, "börja följa upp", frozenset({Status.DECIDED, Status.REPORTED}), (Status.FOLLOWING_UP,)
        ),
        Transition(
            Event.CLOSE, "avsluta", frozenset({Status.DECIDED, Status.REPORTED, Status.FOLLOWING_UP}), (Status.CLOSED,)
        ),
    ),
)
may, check_transition = MOVES.may, MOVES.follow


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
    if taken not in STEPS_TAKEN[status] or not closed_fits:
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


def check_impartial(*, impartial: bool) -> None:
    """Whoever investigates or decides says first that they have no interest of their own in the case."""
    if not impartial:
        raise RuleBroken("lex_sarah.impartial", "Intyga att du inte är jävig i ärendet.", field="impartial")


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("lex_sarah", field, text, missing)


def check_not_ahead(field: str, day: date | None, today: date) -> None:
    """Nothing reported has happened on a day to come."""
    if day is not None and day > today:
        raise RuleBroken(f"lex_sarah.{field}.ahead", "Dagen har inte varit än. Kontrollera datumet.", field=field)
