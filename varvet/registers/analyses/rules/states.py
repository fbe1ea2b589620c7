"""The states of an analysis, and what leads from one to another."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    PREPARING = "preparing"
    HELD = "held"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


STATUS_LABELS: dict[str, str] = {
    Status.PREPARING: marked("Förbereds"),
    Status.HELD: marked("Mötet är hållet"),
    Status.APPROVED: marked("Fastställd"),
    Status.WITHDRAWN: marked("Inställd"),
}
STEPS = (Status.PREPARING, Status.HELD, Status.APPROVED)
STARTS = (Status.PREPARING,)
OPEN = frozenset({Status.PREPARING, Status.HELD})


class Event(StrEnum):
    """What can be done to an analysis: also the name of the page where it is done."""

    HOLD = "hold"
    APPROVE = "approve"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    DESCRIBE = "describe"
    ASSIGN = "assign"
    ASK = "ask"
    ANSWER = "answer"
    CONCLUDE = "conclude"
    OFFER = "offer"


MOVES = Moves(
    code="analysis",
    refusal=marked("Analysens läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.HOLD, marked("skriva att mötet är hållet"), frozenset({Status.PREPARING}), (Status.HELD,)),
        Transition(Event.APPROVE, marked("fastställa den"), frozenset({Status.HELD}), (Status.APPROVED,)),
        Transition(Event.REOPEN, marked("öppna den igen"), frozenset({Status.APPROVED}), (Status.HELD,)),
        Transition(Event.WITHDRAW, marked("ställa in den"), frozenset({Status.PREPARING}), (Status.WITHDRAWN,)),
        Transition(Event.DESCRIBE, marked("flytta mötet"), frozenset({Status.PREPARING})),
        Transition(Event.ASSIGN, marked("byta ansvarig"), OPEN),
        Transition(Event.ASK, marked("lägga till en fråga"), OPEN),
        Transition(Event.ANSWER, marked("skriva svar"), OPEN),
        Transition(Event.CONCLUDE, marked("skriva slutsatser"), OPEN),
        Transition(Event.OFFER, marked("erbjuda texten"), frozenset({Status.APPROVED})),
    ),
)
may, check_transition, check_now = MOVES.may, MOVES.follow, MOVES.check
