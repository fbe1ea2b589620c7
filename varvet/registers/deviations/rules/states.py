"""The states of a deviation, and what leads from one to another."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    RECEIVED = "received"
    ASSESSED = "assessed"
    INVESTIGATING = "investigating"
    ACTING = "acting"
    FOLLOWING_UP = "following_up"
    CLOSED = "closed"
    REOPENED = "reopened"
    NOT_DEVIATION = "not_deviation"
    DUPLICATE = "duplicate"


STATUS_LABELS: dict[str, str] = {
    Status.RECEIVED: marked("Mottagen"),
    Status.ASSESSED: marked("Bedömd"),
    Status.INVESTIGATING: marked("Utreds"),
    Status.ACTING: marked("Åtgärdas"),
    Status.FOLLOWING_UP: marked("Följs upp"),
    Status.CLOSED: marked("Avslutad"),
    Status.REOPENED: marked("Återöppnad"),
    Status.NOT_DEVIATION: marked("Inte avvikelse"),
    Status.DUPLICATE: marked("Dubblett"),
}
STEPS = (Status.RECEIVED, Status.ASSESSED, Status.INVESTIGATING, Status.ACTING, Status.FOLLOWING_UP, Status.CLOSED)
OPEN = frozenset({*STEPS[:-1], Status.REOPENED})
STARTS = (Status.RECEIVED, Status.CLOSED)  # a tally is closed when it is written
UNDER_WAY = OPEN - {Status.RECEIVED, Status.REOPENED}
NOT_BEGUN = frozenset({Status.RECEIVED, Status.REOPENED, Status.ASSESSED})
LEFT_OUT = frozenset({Status.NOT_DEVIATION, Status.DUPLICATE})


class Nature(StrEnum):
    """The kind of deviation, set when it is assessed."""

    DEVIATION = "deviation"
    NEAR_MISS = "near_miss"
    RISK_OBSERVATION = "risk_observation"
    GOOD_EXAMPLE = "good_example"
    HEALTH_CARE = "health_care"
    COLLABORATION = "collaboration"


NATURE_LABELS: dict[str, str] = {
    Nature.DEVIATION: marked("Avvikelse"),
    Nature.NEAR_MISS: marked("Tillbud, det var nära"),
    Nature.RISK_OBSERVATION: marked("Iakttagen risk"),
    Nature.GOOD_EXAMPLE: marked("Gott exempel"),
    Nature.HEALTH_CARE: marked("Avvikelse i hälso- och sjukvård"),
    Nature.COLLABORATION: marked("Avvikelse i samverkan"),
}


class Event(StrEnum):
    """What can be done to a deviation: also the name of the page where it is done."""

    ASSESS = "assess"
    INVESTIGATE = "investigate"
    CAUSES = "causes"
    ACT = "act"
    FOLLOW_UP = "follow_up"
    JUDGE = "judge"
    CLOSE = "close"
    REOPEN = "reopen"
    REROUTE = "reroute"
    DISMISS = "dismiss"
    DUPLICATE = "duplicate"
    JOIN = "join"
    LEAVE = "leave"
    ASSIGN = "assign"
    WRITE = "write"


REOPENABLE = frozenset({Status.CLOSED, *LEFT_OUT})
TOGETHER = tuple(status for status in STEPS if status in UNDER_WAY)
MOVES = Moves(
    code="deviation",
    refusal=marked("Avvikelsen är {now}. Därför går det inte att {act} den."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.ASSESS, marked("bedöma"), frozenset({Status.RECEIVED, Status.REOPENED}), (Status.ASSESSED,)),
        Transition(Event.INVESTIGATE, marked("utreda"), frozenset({Status.ASSESSED}), (Status.INVESTIGATING,)),
        Transition(Event.CAUSES, marked("skriva orsaker till"), frozenset({Status.INVESTIGATING})),
        Transition(
            Event.ACT, marked("åtgärda"), frozenset({Status.INVESTIGATING, Status.FOLLOWING_UP}), (Status.ACTING,)
        ),
        Transition(Event.FOLLOW_UP, marked("följa upp"), frozenset({Status.ACTING}), (Status.FOLLOWING_UP,)),
        Transition(Event.JUDGE, marked("bedöma resultatet av"), frozenset({Status.FOLLOWING_UP})),
        Transition(Event.CLOSE, marked("avsluta"), UNDER_WAY, (Status.CLOSED,)),
        Transition(Event.REOPEN, marked("återöppna"), REOPENABLE, (Status.REOPENED,)),
        Transition(Event.REROUTE, marked("skicka vidare"), NOT_BEGUN, (Status.RECEIVED,)),
        Transition(Event.DISMISS, marked("avskriva"), NOT_BEGUN, (Status.NOT_DEVIATION,)),
        Transition(Event.DUPLICATE, marked("märka som dubblett"), NOT_BEGUN, (Status.DUPLICATE,)),
        Transition(Event.JOIN, marked("lägga ihop"), frozenset({Status.ASSESSED}), TOGETHER),
        Transition(Event.LEAVE, marked("ta loss"), UNDER_WAY, (Status.ASSESSED,)),
        Transition(Event.ASSIGN, marked("fördela"), OPEN),
        Transition(Event.WRITE, marked("skriva om"), OPEN),
    ),
)
may, check_transition, check_now = MOVES.may, MOVES.follow, MOVES.check
