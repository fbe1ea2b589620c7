"""What may happen to a piece of feedback and when: pure decisions, values in, value or RuleBroken out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    RECEIVED = "received"
    ANSWERED = "answered"
    CLOSED = "closed"
    REOPENED = "reopened"


STATUS_LABELS: dict[str, str] = {
    Status.RECEIVED: marked("Mottagen"),
    Status.ANSWERED: marked("Besvarad"),
    Status.CLOSED: marked("Avslutad"),
    Status.REOPENED: marked("Återöppnad"),
}
STEPS = (Status.RECEIVED, Status.ANSWERED, Status.CLOSED)
OPEN = frozenset({Status.RECEIVED, Status.ANSWERED, Status.REOPENED})
STARTS = (Status.RECEIVED,)
UNANSWERED = frozenset({Status.RECEIVED, Status.REOPENED})


class Sort(StrEnum):
    COMPLAINT = "complaint"
    VIEW = "view"
    PRAISE = "praise"
    SUGGESTION = "suggestion"
    QUESTION = "question"


SORT_LABELS: dict[str, str] = {
    Sort.COMPLAINT: marked("Klagomål"),
    Sort.VIEW: marked("Synpunkt"),
    Sort.PRAISE: marked("Beröm"),
    Sort.SUGGESTION: marked("Förbättringsförslag"),
    Sort.QUESTION: marked("Fråga"),
}


class Channel(StrEnum):
    WEB = "web"
    PHONE = "phone"
    LETTER = "letter"
    VISIT = "visit"
    SPOKEN = "spoken"
    MAIL = "mail"
    REFERRAL = "referral"
    IMPORTED = "imported"


CHANNEL_LABELS: dict[str, str] = {
    Channel.WEB: marked("Webb"),
    Channel.PHONE: marked("Telefon"),
    Channel.LETTER: marked("Brev"),
    Channel.VISIT: marked("Besök"),
    Channel.SPOKEN: marked("Muntligt i ett möte"),
    Channel.MAIL: marked("E-post"),
    Channel.REFERRAL: marked("Fråga från ett annat register"),
    Channel.IMPORTED: marked("Inläst"),
}


class Event(StrEnum):
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"


MOVES = Moves(
    code="feedback",
    refusal="Ärendet är {now}. Därför går det inte att {act} det.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.ANSWER, "besvara", UNANSWERED, (Status.ANSWERED,)),
        Transition(Event.CLOSE, "avsluta", OPEN, (Status.CLOSED,)),
        Transition(Event.REOPEN, "återöppna", frozenset({Status.CLOSED}), (Status.REOPENED,)),
    ),
)
may, check_transition = MOVES.may, MOVES.follow


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
