"""The states of an inspection, and what leads from one to another."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.transitions import Moves, Transition
from varvet.registers.inspections.rules.codes import Sort


class Status(StrEnum):
    ANNOUNCED = "announced"
    RECEIVED = "received"
    ANSWERING = "answering"
    ANSWERED = "answered"
    DECIDED = "decided"
    FOLLOWING = "following"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


STATUS_LABELS: dict[str, str] = {
    Status.ANNOUNCED: marked("Aviserad"),
    Status.RECEIVED: marked("Påbörjad"),
    Status.ANSWERING: marked("Svar skrivs"),
    Status.ANSWERED: marked("Besvarad"),
    Status.DECIDED: marked("Beslutad"),
    Status.FOLLOWING: marked("Följs upp"),
    Status.CLOSED: marked("Avslutad"),
    Status.WITHDRAWN: marked("Återkallad"),
}
STEPS = (Status.RECEIVED, Status.ANSWERED, Status.DECIDED, Status.FOLLOWING, Status.CLOSED)
STARTS = (Status.ANNOUNCED, Status.RECEIVED)
ENDED = frozenset({Status.CLOSED, Status.WITHDRAWN})
OPEN = frozenset(Status) - ENDED
BEGUN = frozenset({Status.RECEIVED, Status.ANSWERING})
KNOWN = frozenset({Status.DECIDED, Status.FOLLOWING})  # what was found is known
TOLD_THE_BOARD = KNOWN | {Status.CLOSED}


class Event(StrEnum):
    """What can be done to an inspection: also the name of the page where it is done."""

    RECEIVE = "receive"
    ANSWER = "answer"
    SEND = "send"
    DECIDE = "decide"
    FIND = "find"
    FOLLOW = "follow"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    DESCRIBE = "describe"
    ASSIGN = "assign"
    NOTE = "note"


MOVES = Moves(
    code="inspection",
    refusal=marked("Granskningens läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(
            Event.RECEIVE, marked("skriva att den har börjat"), frozenset({Status.ANNOUNCED}), (Status.RECEIVED,)
        ),
        Transition(Event.ANSWER, marked("skriva svaret"), BEGUN, (Status.ANSWERING,)),
        Transition(Event.SEND, marked("skriva att svaret är skickat"), BEGUN, (Status.ANSWERED,)),
        Transition(Event.DECIDE, marked("skriva in beslutet"), BEGUN | {Status.ANSWERED}, (Status.DECIDED,)),
        Transition(Event.FIND, marked("lägga till något ur beslutet"), KNOWN),
        Transition(Event.FOLLOW, marked("börja följa upp"), KNOWN, (Status.FOLLOWING,)),
        Transition(Event.CLOSE, marked("avsluta den"), KNOWN | {Status.ANSWERED}, (Status.CLOSED,)),
        Transition(
            Event.REOPEN,
            marked("öppna den igen"),
            frozenset({Status.CLOSED}),
            (Status.FOLLOWING, Status.ANSWERED),
        ),
        Transition(
            Event.WITHDRAW,
            marked("skriva att den är återkallad"),
            BEGUN | {Status.ANNOUNCED, Status.ANSWERED},
            (Status.WITHDRAWN,),
        ),
        Transition(Event.DESCRIBE, marked("ändra uppgifterna"), OPEN),
        Transition(Event.ASSIGN, marked("byta ansvarig"), OPEN),
        Transition(Event.NOTE, marked("skriva en anteckning"), OPEN),
    ),
)
may, check_transition, check_now = MOVES.may, MOVES.follow, MOVES.check
FOR_QUESTIONS = frozenset({Event.DECIDE, Event.FIND, Event.FOLLOW})  # nobody decides anything about answers
FOR_ANSWERING = frozenset({Event.ANSWER, Event.SEND})


def suits(event: Event, sort: str, status: str) -> bool:
    """Whether the event may happen to an inspection of that sort now: own reviews ask no answer."""
    if sort == Sort.QUESTIONS and event in FOR_QUESTIONS:
        return False
    if sort in {Sort.INTERNAL, Sort.OWN} and event in FOR_ANSWERING:
        return False
    if event is Event.CLOSE and status == Status.ANSWERED and sort != Sort.QUESTIONS:
        return False
    return may(event, status)


def reopened(sort: str) -> Status:
    return Status.ANSWERED if sort == Sort.QUESTIONS else Status.FOLLOWING
