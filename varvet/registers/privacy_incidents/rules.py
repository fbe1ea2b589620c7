"""What may happen to a privacy incident and when: pure decisions, values in, value or RuleBroken out."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    RECEIVED = "received"
    ASSESSED = "assessed"
    CLOSED = "closed"


STATUS_LABELS: dict[str, str] = {
    Status.RECEIVED: marked("Mottagen"),
    Status.ASSESSED: marked("Bedömd"),
    Status.CLOSED: marked("Avslutad"),
}
STARTS = (Status.RECEIVED,)
OPEN = frozenset({Status.RECEIVED, Status.ASSESSED})


class Event(StrEnum):
    ASSESS = "assess"
    CLOSE = "close"


MOVES = Moves(
    code="privacy_incidents",
    refusal="Incidenten är {now}. Därför går det inte att {act} den.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.ASSESS, "bedöma", frozenset({Status.RECEIVED}), (Status.ASSESSED,)),
        Transition(Event.CLOSE, "avsluta", frozenset({Status.ASSESSED}), (Status.CLOSED,)),
    ),
)
may, check_transition = MOVES.may, MOVES.follow


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("privacy_incidents", field, text, missing)


def check_aware(aware_at: datetime, now: datetime) -> None:
    """The clock to IMY starts when somebody here knew: that cannot lie ahead."""
    if aware_at > now:
        raise RuleBroken("privacy_incidents.aware.ahead", "Tiden ligger framåt. Skriv när ni fick veta.", field="aware")


@dataclass(frozen=True)
class Answer:
    """Was it reported to IMY, and on what day, or why not: exactly one of the two."""

    reported_on: date | None
    why_not: str


def check_answer(answer: Answer, aware_on: date, today: date) -> None:
    """All incidents are documented, so what is not reported says why (GDPR article 33.1 and 33.5)."""
    if answer.reported_on is None:
        check_words("why_not", answer.why_not, "Skriv dagen för anmälan, eller varför den inte behövs.")
        return
    if answer.why_not.strip():
        sentence = marked("Skriv antingen dagen för anmälan eller varför den inte behövs.")
        raise RuleBroken("privacy_incidents.answer.both", sentence, field="why_not")
    if not aware_on <= answer.reported_on <= today:
        sentence = marked("Dagen för anmälan ska ligga från den dag ni fick veta till i dag.")
        raise RuleBroken("privacy_incidents.answer.day", sentence, field="reported_on")


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
        Status.ASSESSED: assessed and not closed,
        Status.CLOSED: assessed and closed,
    }
    if not fits[status]:
        sentence = marked("Dagarna stämmer inte med läget {state}.")
        raise RuleBroken("privacy_incidents.course.state", sentence, values={"state": Word(STATUS_LABELS[status])})
