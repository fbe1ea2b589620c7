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
