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
STARTS = (Status.RECEIVED, Status.CLOSED)
UNANSWERED = frozenset({Status.RECEIVED, Status.REOPENED})
REPLIED = frozenset({Status.ANSWERED, Status.CLOSED})
ALWAYS = frozenset(Status)


class Event(StrEnum):
    ANSWER = "answer"
    CLOSE = "close"
    SETTLE = "settle"  # in the person's own case, which is where its words go
    REOPEN = "reopen"
    ASK = "ask"
    ASK_OTHER = "ask_other"
    ADD = "add"
    JUDGE = "judge"
    CATEGORISE = "categorise"
    ASSIGN = "assign"
    NOTE = "note"
    READ = "read"
    REGISTER = "register"
    REGISTER_ANSWER = "register_answer"
    GIVE_CODE = "give_code"
    MOVE = "move"
    JOIN = "join"
    LEAVE = "leave"


MOVES = Moves(
    code="feedback",
    refusal="Ärendet är {now}. Därför går det inte att {act} det.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.ANSWER, "besvara", UNANSWERED, (Status.ANSWERED,)),
        Transition(Event.CLOSE, "avsluta", OPEN, (Status.CLOSED,)),
        Transition(Event.SETTLE, "hantera i personens eget ärende", OPEN, (Status.CLOSED,)),
        Transition(Event.REOPEN, "återöppna", REPLIED, (Status.REOPENED,)),
        Transition(Event.ASK, "fråga mer i", OPEN, ()),
        Transition(Event.ASK_OTHER, "fråga andra om", OPEN, ()),
        Transition(Event.ADD, "lägga till något i", OPEN, ()),
        Transition(Event.JUDGE, "tycka till om svaret i", REPLIED, ()),
        Transition(Event.CATEGORISE, "sortera", ALWAYS, ()),
        Transition(Event.ASSIGN, "fördela", OPEN, ()),
        Transition(Event.NOTE, "skriva i", ALWAYS, ()),
        Transition(Event.READ, "läsa det nya i", ALWAYS, ()),
        Transition(Event.REGISTER, "diarieföra", ALWAYS, ()),
        Transition(Event.REGISTER_ANSWER, "diarieföra svaret i", ALWAYS, ()),
        Transition(Event.GIVE_CODE, "ge en kod till", ALWAYS, ()),
        Transition(Event.MOVE, "flytta", UNANSWERED, ()),
        Transition(Event.JOIN, "lägga ihop", UNANSWERED, ()),
        Transition(Event.LEAVE, "ta loss", OPEN, ()),
    ),
)
may, check_event, check_transition = MOVES.may, MOVES.check, MOVES.follow
