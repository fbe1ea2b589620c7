"""The states of a meeting's sheet, and what may happen in which."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    HELD = "held"
    CLOSED = "closed"
    NOT_HELD = "not_held"


STATUS_LABELS: dict[str, str] = {
    Status.PLANNED: marked("Planerat"),
    Status.OPEN: marked("Pågår"),
    Status.HELD: marked("Hållet"),
    Status.CLOSED: marked("Avslutat"),
    Status.NOT_HELD: marked("Blev inte av"),
}
STEPS = (Status.PLANNED, Status.OPEN, Status.HELD, Status.CLOSED)
COMING = frozenset({Status.PLANNED, Status.OPEN})  # to be held
OPEN = COMING | {Status.HELD}
TALKED = frozenset({Status.OPEN, Status.HELD})  # its lines stand, and are answered
STARTS = (Status.PLANNED,)


class Event(StrEnum):
    """What can be done: also the name of the page where it is done."""

    BEGIN = "begin"
    HOLD = "hold"
    CLOSE = "close"
    NOT_HELD = "mark_not_held"
    ANSWER = "answer"
    ADD = "add_line"
    ASK = "ask"
    ASSIGN = "assign"


MOVES = Moves(
    code="meeting",
    refusal=marked("Bladets läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.BEGIN, marked("börja mötet"), frozenset({Status.PLANNED}), (Status.OPEN,)),
        Transition(Event.HOLD, marked("skriva att mötet är hållet"), frozenset({Status.OPEN}), (Status.HELD,)),
        Transition(Event.CLOSE, marked("avsluta det"), frozenset({Status.HELD}), (Status.CLOSED,)),
        Transition(Event.NOT_HELD, marked("skriva att mötet inte blev av"), COMING, (Status.NOT_HELD,)),
        Transition(Event.ANSWER, marked("pricka av"), TALKED),
        Transition(Event.ADD, marked("lägga till en punkt"), COMING),
        Transition(Event.ASK, marked("ändra frågan"), COMING),
        Transition(Event.ASSIGN, marked("byta ansvarig"), OPEN),
    ),
)
may, check_event, check_now = MOVES.may, MOVES.follow, MOVES.check
