"""The states of a privacy incident, and what leads from one to another."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    RECEIVED = "received"
    ASSESSED = "assessed"
    DECIDED = "decided"
    FOLLOWING_UP = "following_up"
    CLOSED = "closed"
    NOT_INCIDENT = "not_incident"
    REOPENED = "reopened"


STATUS_LABELS: dict[str, str] = {
    Status.RECEIVED: marked("Mottagen"),
    Status.ASSESSED: marked("Bedömd"),
    Status.DECIDED: marked("Beslutad"),
    Status.FOLLOWING_UP: marked("Följs upp"),
    Status.CLOSED: marked("Avslutad"),
    Status.NOT_INCIDENT: marked("Inte en incident"),
    Status.REOPENED: marked("Återöppnad"),
}
STEPS = (Status.RECEIVED, Status.ASSESSED, Status.DECIDED, Status.FOLLOWING_UP, Status.CLOSED)
STARTS = (Status.RECEIVED,)
NEW = frozenset({Status.RECEIVED, Status.REOPENED})
UNDECIDED = NEW | {Status.ASSESSED}
UNDER_WAY = frozenset({Status.DECIDED, Status.FOLLOWING_UP})
OPEN = UNDECIDED | UNDER_WAY
ENDED = frozenset({Status.CLOSED, Status.NOT_INCIDENT})


class Event(StrEnum):
    ASSESS = "assess"
    ADVISE = "advise"
    DECIDE = "decide"
    NOTIFY = "notify"
    SUPPLEMENT = "supplement"
    INFORM = "inform"
    RULING = "ruling"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"
    REOPEN = "reopen"
    DISMISS = "dismiss"
    ASSIGN = "assign"
    WRITE = "write"


MOVES = Moves(
    code="privacy_incidents",
    refusal="Incidenten är {now}. Därför går det inte att {act} den.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.ASSESS, "bedöma", OPEN, (Status.ASSESSED, Status.DECIDED, Status.FOLLOWING_UP)),
        Transition(Event.ADVISE, "lämna råd om", OPEN),
        Transition(Event.DECIDE, "besluta om", frozenset({Status.ASSESSED, *UNDER_WAY}), (Status.DECIDED,)),
        Transition(Event.NOTIFY, "registrera anmälan av", UNDER_WAY),
        Transition(Event.SUPPLEMENT, "komplettera anmälan av", UNDER_WAY),
        Transition(Event.INFORM, "informera om", UNDER_WAY),
        Transition(Event.RULING, "skriva IMY:s svar om", UNDER_WAY | {Status.CLOSED}),
        Transition(Event.FOLLOW_UP, "planera uppföljning av", UNDER_WAY, (Status.FOLLOWING_UP,)),
        Transition(Event.CLOSE, "avsluta", UNDER_WAY, (Status.CLOSED,)),
        Transition(Event.REOPEN, "återöppna", ENDED, (Status.REOPENED,)),
        Transition(Event.DISMISS, "avskriva", UNDECIDED, (Status.NOT_INCIDENT,)),
        Transition(Event.ASSIGN, "fördela", OPEN),
        Transition(Event.WRITE, "skriva om", OPEN),
    ),
)
may, check_now, check_transition = MOVES.may, MOVES.check, MOVES.follow
