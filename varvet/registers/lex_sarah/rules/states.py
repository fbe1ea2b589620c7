"""The states of a lex Sarah case, and what leads from one to another."""

from enum import StrEnum

from varvet.kernel.law.words import marked
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
BEGUN = frozenset({Status.RECEIVED, Status.OPENED})  # nothing is established yet: reports may come and go


class Event(StrEnum):
    """What can be done to a case. NOTE is what belongs to handling it in any state; WRITE is the investigation."""

    NOTE = "note"
    ASSIGN = "assign"
    DECLARE = "declare"
    JOIN = "join"
    LEAVE = "leave"
    OPEN = "open"
    DECLINE = "decline"
    WRITE = "write"
    COMPLETE = "complete"
    DECIDE = "decide"
    REPORT_TO_AUTHORITY = "report_to_authority"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"


TOGETHER = tuple(status for status in STEPS if status in BEGUN)
MOVES = Moves(
    code="lex_sarah",
    refusal=marked("Ärendets läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.NOTE, marked("handlägga det"), OPEN),
        Transition(Event.ASSIGN, marked("byta utredare"), OPEN),
        Transition(Event.DECLARE, marked("anmäla eller avböja jäv"), OPEN),
        Transition(
            Event.JOIN, marked("lägga ihop det"), frozenset({Status.RECEIVED}), (Status.RECEIVED, Status.OPENED)
        ),
        Transition(Event.LEAVE, marked("ta loss det"), BEGUN, (Status.RECEIVED,)),
        Transition(Event.OPEN, marked("inleda utredning"), frozenset({Status.RECEIVED}), (Status.OPENED,)),
        Transition(Event.DECLINE, marked("avstå från utredning"), frozenset({Status.RECEIVED}), (Status.NOT_OPENED,)),
        Transition(Event.WRITE, marked("skriva i utredningen"), frozenset({Status.OPENED})),
        Transition(Event.COMPLETE, marked("slutföra utredningen"), frozenset({Status.OPENED}), (Status.INVESTIGATED,)),
        Transition(Event.DECIDE, marked("besluta"), frozenset({Status.INVESTIGATED}), (Status.DECIDED,)),
        Transition(
            Event.REPORT_TO_AUTHORITY, marked("anmäla till IVO"), frozenset({Status.DECIDED}), (Status.REPORTED,)
        ),
        Transition(
            Event.FOLLOW_UP,
            marked("börja följa upp"),
            frozenset({Status.DECIDED, Status.REPORTED}),
            (Status.FOLLOWING_UP,),
        ),
        Transition(
            Event.CLOSE,
            marked("avsluta"),
            frozenset({Status.DECIDED, Status.REPORTED, Status.FOLLOWING_UP}),
            (Status.CLOSED,),
        ),
    ),
)
may, check_transition, check_now = MOVES.may, MOVES.follow, MOVES.check
