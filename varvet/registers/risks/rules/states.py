"""The states of a risk, what may be done in each, and where it leads."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    IDENTIFIED = "identified"
    ASSESSED = "assessed"
    TREATED = "treated"
    ACCEPTED = "accepted"
    CLOSED = "closed"


STATUS_LABELS: dict[str, str] = {
    Status.IDENTIFIED: marked("Identifierad"),
    Status.ASSESSED: marked("Bedömd"),
    Status.TREATED: marked("Bedömd efter åtgärd"),
    Status.ACCEPTED: marked("Accepterad"),
    Status.CLOSED: marked("Avslutad"),
}
STEPS = (Status.IDENTIFIED, Status.ASSESSED, Status.TREATED, Status.CLOSED)
STARTS = (Status.IDENTIFIED,)
SCORED = frozenset({Status.ASSESSED, Status.TREATED, Status.ACCEPTED})
OPEN = SCORED | {Status.IDENTIFIED}


class Event(StrEnum):
    """What can be done: also the name of the page where it is done."""

    ASSESS = "assess"
    TREAT = "treat"
    ACCEPT = "accept"
    REVIEW = "review"
    OCCUR = "occur"
    UNTIE = "untie"
    DESCRIBE = "describe"
    ASSIGN = "assign"
    CLOSE = "close"
    REOPEN = "reopen"


MOVES = Moves(
    code="risk",
    refusal=marked("Riskens läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.ASSESS, marked("bedöma den"), OPEN, (Status.ASSESSED,)),
        Transition(Event.TREAT, marked("bedöma den efter åtgärd"), SCORED, (Status.TREATED,)),
        Transition(Event.ACCEPT, marked("acceptera den"), SCORED, (Status.ACCEPTED,)),
        Transition(Event.REVIEW, marked("gå igenom den"), SCORED),
        Transition(Event.OCCUR, marked("skriva att den inträffade"), OPEN),
        Transition(Event.UNTIE, marked("lossa en händelse"), OPEN),
        Transition(Event.DESCRIBE, marked("ändra beskrivningen"), OPEN),
        Transition(Event.ASSIGN, marked("byta ansvarig"), OPEN),
        Transition(Event.CLOSE, marked("avsluta den"), OPEN, (Status.CLOSED,)),
        Transition(Event.REOPEN, marked("öppna den igen"), frozenset({Status.CLOSED}), (Status.IDENTIFIED,)),
    ),
)
may, check_transition, check_now = MOVES.may, MOVES.follow, MOVES.check
