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
    AUTHORITY_DECIDED = "authority_decided"
    FOLLOWING_UP = "following_up"
    CLOSED = "closed"


STATUS_LABELS: dict[str, str] = {
    Status.RECEIVED: marked("Mottagen"),
    Status.OPENED: marked("Utredning inledd"),
    Status.NOT_OPENED: marked("Utredning inleds inte"),
    Status.INVESTIGATED: marked("Utredd"),
    Status.DECIDED: marked("Beslutad"),
    Status.REPORTED: marked("Anmäld till IVO"),
    Status.AUTHORITY_DECIDED: marked("IVO har beslutat"),
    Status.FOLLOWING_UP: marked("Åtgärder följs upp"),
    Status.CLOSED: marked("Avslutad"),
}
STEPS = (Status.RECEIVED, Status.OPENED, Status.INVESTIGATED, Status.DECIDED, Status.FOLLOWING_UP, Status.CLOSED)
OPEN = frozenset({*STEPS[:-1], Status.REPORTED, Status.AUTHORITY_DECIDED})
TOLD_AUTHORITY = frozenset({Status.REPORTED, Status.AUTHORITY_DECIDED, Status.FOLLOWING_UP})
SETTLED = TOLD_AUTHORITY | {Status.DECIDED}  # decided, and not closed
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
    PROPOSE = "propose"
    DECIDE = "decide"
    SEND_BACK = "send_back"
    REPORT_TO_AUTHORITY = "report_to_authority"
    AUTHORITY_ASKS = "authority_asks"
    ANSWER_AUTHORITY = "answer_authority"
    AUTHORITY_DECIDES = "authority_decides"
    RESPOND = "respond"
    TELL = "tell"
    SHARE = "share"
    FOLLOW_UP = "follow_up"
    JUDGE = "judge"
    CLOSE = "close"
    REOPEN = "reopen"
    RECONSIDER = "reconsider"


S = Status
MOVES = Moves(
    code="lex_sarah",
    refusal=marked("Ärendets läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.NOTE, marked("handlägga det"), OPEN),
        Transition(Event.ASSIGN, marked("byta utredare"), OPEN),
        Transition(Event.DECLARE, marked("anmäla eller avböja jäv"), OPEN),
        Transition(Event.JOIN, marked("lägga ihop det"), frozenset({S.RECEIVED}), (S.RECEIVED, S.OPENED)),
        Transition(Event.LEAVE, marked("ta loss det"), BEGUN, (S.RECEIVED,)),
        Transition(Event.OPEN, marked("inleda utredning"), frozenset({S.RECEIVED}), (S.OPENED,)),
        Transition(Event.DECLINE, marked("avstå från utredning"), frozenset({S.RECEIVED}), (S.NOT_OPENED,)),
        Transition(Event.WRITE, marked("skriva i utredningen"), frozenset({S.OPENED})),
        Transition(Event.COMPLETE, marked("slutföra utredningen"), frozenset({S.OPENED}), (S.INVESTIGATED,)),
        Transition(Event.PROPOSE, marked("lämna förslag"), frozenset({S.OPENED, S.INVESTIGATED, *SETTLED})),
        Transition(Event.DECIDE, marked("besluta"), frozenset({S.INVESTIGATED}), (S.DECIDED,)),
        Transition(
            Event.SEND_BACK, marked("begära mer utredning"), frozenset({S.INVESTIGATED, S.DECIDED}), (S.OPENED,)
        ),
        Transition(Event.REPORT_TO_AUTHORITY, marked("anmäla till IVO"), frozenset({S.DECIDED}), (S.REPORTED,)),
        Transition(Event.AUTHORITY_ASKS, marked("skriva vad IVO har hört av sig om"), TOLD_AUTHORITY),
        Transition(Event.ANSWER_AUTHORITY, marked("svara IVO"), TOLD_AUTHORITY),
        Transition(
            Event.AUTHORITY_DECIDES,
            marked("skriva IVO:s beslut"),
            frozenset({S.REPORTED, S.FOLLOWING_UP}),
            (S.AUTHORITY_DECIDED, S.FOLLOWING_UP),
        ),
        Transition(Event.RESPOND, marked("svara på förslag"), SETTLED),
        Transition(Event.TELL, marked("återkoppla"), SETTLED),
        Transition(Event.SHARE, marked("sprida en lärdom"), SETTLED | {S.CLOSED}),
        Transition(Event.FOLLOW_UP, marked("följa upp"), SETTLED, (S.FOLLOWING_UP,)),
        Transition(Event.JUDGE, marked("bedöma resultatet"), frozenset({S.FOLLOWING_UP})),
        Transition(Event.CLOSE, marked("avsluta"), SETTLED, (S.CLOSED,)),
        Transition(Event.REOPEN, marked("öppna igen"), frozenset({S.CLOSED}), (S.FOLLOWING_UP,)),
        Transition(Event.RECONSIDER, marked("ompröva"), frozenset({S.NOT_OPENED}), (S.RECEIVED,)),
    ),
)
may, check_now = MOVES.may, MOVES.check


def check_transition(event: Event, status: str) -> Status:
    """The state the event leads to: the same one where it leads nowhere else; RuleBroken when it may not happen."""
    MOVES.check(event, status)
    here, targets = Status(status), MOVES.of(event).targets
    return here if not targets or here in targets else targets[0]
