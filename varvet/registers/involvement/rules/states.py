"""The states of an activity, and what leads from one to another."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"


STATUS_LABELS: dict[str, str] = {
    Status.PLANNED: marked("Planerad"),
    Status.HELD: marked("Genomförd"),
    Status.CONCLUDED: marked("Avslutad"),
    Status.CANCELLED: marked("Inställd"),
}
STEPS = (Status.PLANNED, Status.HELD, Status.CONCLUDED)
OPEN = frozenset({Status.PLANNED, Status.HELD})
STARTS = (Status.PLANNED, Status.HELD)
TOOK_PLACE = frozenset({Status.HELD, Status.CONCLUDED})


class Event(StrEnum):
    """What can be done to an activity: also the name of the page where it is done."""

    DESCRIBE = "describe"
    HOLD = "hold"
    WRITE = "write"
    DECIDE = "decide"
    TELL = "tell"
    CONCLUDE = "conclude"
    CANCEL = "cancel"
    REOPEN = "reopen"
    ASSIGN = "assign"
    NOTE = "note"


HELD = frozenset({Status.HELD})
MOVES = Moves(
    code="activity",
    refusal=marked("Aktivitetens läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.DESCRIBE, marked("ändra uppgifterna"), OPEN),
        Transition(Event.HOLD, marked("skriva att den är genomförd"), frozenset({Status.PLANNED}), (Status.HELD,)),
        Transition(Event.WRITE, marked("skriva vad ni hörde"), HELD),
        Transition(Event.DECIDE, marked("skriva vad den ledde till"), HELD),
        Transition(Event.TELL, marked("skriva hur ni återkopplade"), HELD),
        Transition(Event.CONCLUDE, marked("avsluta den"), HELD, (Status.CONCLUDED,)),
        Transition(Event.CANCEL, marked("ställa in den"), frozenset({Status.PLANNED}), (Status.CANCELLED,)),
        Transition(Event.REOPEN, marked("öppna den igen"), frozenset({Status.CONCLUDED}), (Status.HELD,)),
        Transition(Event.ASSIGN, marked("byta ansvarig"), OPEN),
        Transition(Event.NOTE, marked("skriva en anteckning"), OPEN),
    ),
)
may, check_transition, check_now = MOVES.may, MOVES.follow, MOVES.check
