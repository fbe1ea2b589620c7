"""The states of a piece of feedback, and which event leads from one to another."""

from enum import StrEnum

from varvet.kernel.law.words import marked
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


class Event(StrEnum):
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"
    ASK = "ask"
    ADD = "add"
    JUDGE = "judge"


MOVES = Moves(
    code="feedback",
    refusal="Ärendet är {now}. Därför går det inte att {act} det.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.ANSWER, "besvara", UNANSWERED, (Status.ANSWERED,)),
        Transition(Event.CLOSE, "avsluta", OPEN, (Status.CLOSED,)),
        Transition(Event.REOPEN, "återöppna", frozenset({Status.ANSWERED, Status.CLOSED}), (Status.REOPENED,)),
        Transition(Event.ASK, "fråga mer i", OPEN, ()),
        Transition(Event.ADD, "lägga till något i", OPEN, ()),
        Transition(Event.JUDGE, "tycka till om svaret i", frozenset({Status.ANSWERED, Status.CLOSED}), ()),
    ),
)
may, check_event, check_transition = MOVES.may, MOVES.check, MOVES.follow
