"""The states of a private provider's lex Sarah report, and what leads from one to another."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    RECEIVED = "received"
    REQUESTED = "requested"
    INVESTIGATED = "investigated"
    ASSESSED = "assessed"
    FOLLOWING_UP = "following_up"
    CLOSED = "closed"
    NOT_OURS = "not_ours"
    REOPENED = "reopened"


STATUS_LABELS: dict[str, str] = {
    Status.RECEIVED: marked("Mottagen information"),
    Status.REQUESTED: marked("Utredning begärd"),
    Status.INVESTIGATED: marked("Utredning mottagen"),
    Status.ASSESSED: marked("Bedömd"),
    Status.FOLLOWING_UP: marked("Följs upp"),
    Status.CLOSED: marked("Avslutad"),
    Status.NOT_OURS: marked("Inte vår"),
    Status.REOPENED: marked("Återöppnad"),
}
STEPS = (
    Status.RECEIVED,
    Status.REQUESTED,
    Status.INVESTIGATED,
    Status.ASSESSED,
    Status.FOLLOWING_UP,
    Status.CLOSED,
)
OPEN = frozenset({*STEPS[:-1], Status.REOPENED})
STARTS = (Status.RECEIVED,)
JUDGED = frozenset({Status.ASSESSED, Status.FOLLOWING_UP})
BEFORE_JUDGING = OPEN - JUDGED


class Event(StrEnum):
    """What can be done to a report: also the name of the page where it is done."""

    DESCRIBE = "describe"
    REQUEST = "request"
    TAKE_IN = "take_in"
    AUTHORITY = "authority"
    ASSESS = "assess"
    PLAN = "plan"
    ANSWER = "answer"
    FINISH = "finish"
    TELL = "tell"
    CLOSE = "close"
    REOPEN = "reopen"
    DISOWN = "disown"
    ASSIGN = "assign"
    NOTE = "note"


TOLD_LATE = OPEN | {Status.CLOSED}  # the inspectorate may decide long after we are done
MOVES = Moves(
    code="provider_report",
    refusal=marked("Ärendets läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.DESCRIBE, marked("ändra uppgifterna"), OPEN),
        Transition(
            Event.REQUEST,
            marked("begära utredningen"),
            frozenset({Status.RECEIVED, Status.REOPENED}),
            (Status.REQUESTED,),
        ),
        Transition(
            Event.TAKE_IN,
            marked("ta emot utredningen"),
            frozenset({Status.RECEIVED, Status.REQUESTED, Status.REOPENED}),
            (Status.INVESTIGATED,),
        ),
        Transition(Event.AUTHORITY, marked("skriva vad IVO har gjort"), TOLD_LATE),
        Transition(
            Event.ASSESS,
            marked("bedöma"),
            frozenset({Status.REQUESTED, Status.INVESTIGATED, Status.REOPENED}),
            (Status.ASSESSED,),
        ),
        Transition(Event.PLAN, marked("planera uppföljning"), JUDGED, (Status.FOLLOWING_UP,)),
        Transition(Event.ANSWER, marked("skriva in svaret"), frozenset({Status.FOLLOWING_UP})),
        Transition(Event.FINISH, marked("slutföra uppföljningen"), frozenset({Status.FOLLOWING_UP})),
        Transition(Event.TELL, marked("återkoppla till utföraren"), JUDGED),
        Transition(Event.CLOSE, marked("avsluta"), JUDGED, (Status.CLOSED,)),
        Transition(Event.REOPEN, marked("öppna igen"), frozenset({Status.CLOSED, Status.NOT_OURS}), (Status.REOPENED,)),
        Transition(
            Event.DISOWN,
            marked("lämna till en annan huvudman"),
            frozenset({Status.RECEIVED, Status.REQUESTED, Status.REOPENED}),
            (Status.NOT_OURS,),
        ),
        Transition(Event.ASSIGN, marked("fördela"), OPEN),
        Transition(Event.NOTE, marked("skriva en anteckning"), OPEN),
    ),
)
may, check_transition, check_now = MOVES.may, MOVES.follow, MOVES.check
