"""The states of a deviation, and what leads from one to another."""

from enum import StrEnum

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
    Status.RECEIVED: "Mottagen",
    Status.ASSESSED: "Bedömd",
    Status.INVESTIGATING: "Utreds",
    Status.ACTING: "Åtgärdas",
    Status.FOLLOWING_UP: "Följs upp",
    Status.CLOSED: "Avslutad",
    Status.REOPENED: "Återöppnad",
    Status.NOT_DEVIATION: "Inte avvikelse",
    Status.DUPLICATE: "Dubblett",
}
STEPS = (Status.RECEIVED, Status.ASSESSED, Status.INVESTIGATING, Status.ACTING, Status.FOLLOWING_UP, Status.CLOSED)
OPEN = frozenset({*STEPS[:-1], Status.REOPENED})
STARTS = (Status.RECEIVED, Status.CLOSED)  # a tally is closed when it is written


class Nature(StrEnum):
    """The kind of deviation, set when it is assessed."""

    DEVIATION = "deviation"
    NEAR_MISS = "near_miss"
    RISK_OBSERVATION = "risk_observation"
    GOOD_EXAMPLE = "good_example"
    HEALTH_CARE = "health_care"
    COLLABORATION = "collaboration"


NATURE_LABELS: dict[str, str] = {
    Nature.DEVIATION: "Avvikelse",
    Nature.NEAR_MISS: "Tillbud, det var nära",
    Nature.RISK_OBSERVATION: "Iakttagen risk",
    Nature.GOOD_EXAMPLE: "Gott exempel",
    Nature.HEALTH_CARE: "Avvikelse i hälso- och sjukvård",
    Nature.COLLABORATION: "Avvikelse i samverkan",
}


class Event(StrEnum):
    ASSESS = "assess"
    CLOSE = "close"
    REOPEN = "reopen"


MOVES = Moves(
    code="deviation",
    refusal="Avvikelsen är {now}. Därför går det inte att {act} den.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.ASSESS, "bedöma", frozenset({Status.RECEIVED, Status.REOPENED}), (Status.ASSESSED,)),
        Transition(Event.CLOSE, "avsluta", OPEN - {Status.RECEIVED, Status.REOPENED}, (Status.CLOSED,)),
        Transition(Event.REOPEN, "återöppna", frozenset({Status.CLOSED, Status.NOT_DEVIATION}), (Status.REOPENED,)),
    ),
)
may, check_transition = MOVES.may, MOVES.follow
