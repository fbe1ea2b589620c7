"""What may happen and when: pure decisions, values in, value or RuleBroken out."""

from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.kernel.records.transitions import Moves, Transition

MOST_KRONOR = 10_000_000  # no single payment is larger; a longer number is a slip of the hand
MOST_A_YEAR = 100_000


class Status(StrEnum):
    RECEIVED = "received"
    INVESTIGATING = "investigating"
    INVESTIGATED = "investigated"
    CLOSED = "closed"
    DISMISSED = "dismissed"
    NOT_INVESTIGATED = "not_investigated"


STATUS_LABELS: dict[str, str] = {
    Status.RECEIVED: marked("Anmäld"),
    Status.INVESTIGATING: marked("Utreds"),
    Status.INVESTIGATED: marked("Utredd"),
    Status.CLOSED: marked("Avslutad"),
    Status.DISMISSED: marked("Avskriven"),
    Status.NOT_INVESTIGATED: marked("Utreds inte"),
}
STEPS = (Status.RECEIVED, Status.INVESTIGATING, Status.INVESTIGATED, Status.CLOSED)
STARTS = (Status.RECEIVED,)
OPEN = frozenset({Status.RECEIVED, Status.INVESTIGATING, Status.INVESTIGATED})
ENDED = frozenset({Status.CLOSED, Status.DISMISSED, Status.NOT_INVESTIGATED})


class Event(StrEnum):
    """What can be done: also the name of the page where it is done."""

    OPEN = "open"
    DISMISS = "dismiss"
    LEAVE = "leave"  # not looked into, though it may be wrong
    COMPLETE = "complete"
    RECLAIM = "reclaim"
    POLICE = "police"
    CLOSE = "close"
    REOPEN = "reopen"
    ASSIGN = "assign"
    NOTE = "note"


BEGUN = frozenset({Status.RECEIVED, Status.INVESTIGATING})
KNOWN = frozenset({Status.INVESTIGATED})
MOVES = Moves(
    code="payment_error",
    refusal=marked("Ärendets läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.OPEN, marked("utreda det"), frozenset({Status.RECEIVED}), (Status.INVESTIGATING,)),
        Transition(Event.DISMISS, marked("avskriva det"), BEGUN, (Status.DISMISSED,)),
        Transition(
            Event.LEAVE, marked("låta bli att utreda det"), frozenset({Status.RECEIVED}), (Status.NOT_INVESTIGATED,)
        ),
        Transition(
            Event.COMPLETE,
            marked("skriva vad utredningen visar"),
            frozenset({Status.INVESTIGATING}),
            (Status.INVESTIGATED,),
        ),
        Transition(Event.RECLAIM, marked("ta ställning till återkrav"), KNOWN),
        Transition(Event.POLICE, marked("ta ställning till polisanmälan"), KNOWN),
        Transition(Event.CLOSE, marked("avsluta det"), KNOWN, (Status.CLOSED,)),
        Transition(Event.REOPEN, marked("öppna det igen"), ENDED, (Status.INVESTIGATING,)),
        Transition(Event.ASSIGN, marked("byta ansvarig"), OPEN),
        Transition(Event.NOTE, marked("skriva en anteckning"), OPEN),
    ),
)
may, check_transition, check_now = MOVES.may, MOVES.follow, MOVES.check


class Channel(StrEnum):
    """How it came to be known."""

    OWN = "own"
    PERSON = "person"
    TIP = "tip"
    AUTHORITY = "authority"


CHANNEL_LABELS: dict[str, str] = {
    Channel.OWN: marked("Vi upptäckte det själva"),
    Channel.PERSON: marked("Den som fick pengarna berättade"),
    Channel.TIP: marked("Ett tips utifrån"),
    Channel.AUTHORITY: marked("En annan myndighet"),
}


class Cause(StrEnum):
    CLIENT = "client"
    US = "us"
    BOTH = "both"
    NONE = "none"


CAUSE_LABELS: dict[str, str] = {
    Cause.CLIENT: marked("Hos den som fick pengarna"),
    Cause.US: marked("Hos oss"),
    Cause.BOTH: marked("Hos båda"),
    Cause.NONE: marked("Utbetalningen var rätt"),
}
WITH_CLIENT, WITH_US = (Cause.CLIENT, Cause.BOTH), (Cause.US, Cause.BOTH)


class Answer(StrEnum):
    YES = "yes"
    NO = "no"


RECLAIM_LABELS: dict[str, str] = {Answer.YES: marked("Ja, vi återkräver"), Answer.NO: marked("Nej, inget återkrav")}
POLICE_LABELS: dict[str, str] = {Answer.YES: marked("Ja, vi polisanmäler"), Answer.NO: marked("Nej, ingen anmälan")}


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("payment_error", field, text, missing)


def check_finding(cause: Cause, amount: int | None) -> None:
    """The amount is in whole kronor. What was right has none."""
    if cause is Cause.NONE:
        if amount:
            sentence = marked("Utbetalningen var rätt. Ta bort beloppet, eller välj en annan orsak.")
            raise RuleBroken("payment_error.amount.right", sentence, field="amount")
        return
    if not amount:
        raise RuleBroken("payment_error.amount.none", marked("Skriv beloppet i hela kronor."), field="amount")
    if amount > MOST_KRONOR:
        sentence = marked("Skriv högst {most} kronor.")
        raise RuleBroken("payment_error.amount.most", sentence, field="amount", values={"most": MOST_KRONOR})


def check_reclaim(answer: Answer, amount: int | None, found: int | None) -> None:
    """No more is reclaimed than was wrong."""
    if answer is Answer.NO:
        return
    if not amount:
        raise RuleBroken("payment_error.reclaimed.none", marked("Skriv hur mycket ni återkräver."), field="amount")
    if amount > (found or 0):
        sentence = marked("Det går inte att återkräva mer än det felaktiga beloppet.")
        raise RuleBroken("payment_error.reclaimed.most", sentence, field="amount")


def check_reason(answer: Answer, reason: str) -> None:
    if answer is Answer.NO:
        check_words("reason", reason, marked("Skriv varför inte."))


def check_wrong(cause: str) -> None:
    """What was right is neither reclaimed nor told to the police."""
    if cause == Cause.NONE:
        raise RuleBroken("payment_error.right", marked("Utredningen visar att utbetalningen var rätt."))


@dataclass(frozen=True)
class Progress:
    """How far an investigated case has come."""

    cause: str
    reclaim: str
    police: str


@dataclass(frozen=True)
class Missing:
    """One thing, marked, with the event where it is done."""

    sentence: str
    place: Event
    done: bool


def before_closing(progress: Progress) -> list[Missing]:
    if progress.cause == Cause.NONE:
        return []
    return [
        Missing(marked("Ta ställning till återkrav"), Event.RECLAIM, bool(progress.reclaim)),
        Missing(marked("Ta ställning till polisanmälan"), Event.POLICE, bool(progress.police)),
    ]


def check_closing(progress: Progress) -> None:
    """RuleBroken that names the first thing left to do."""
    for item in before_closing(progress):
        if not item.done:
            values = {"what": Word(item.sentence)}
            raise RuleBroken(f"payment_error.close.{item.place}", marked("Det här saknas: {what}."), values=values)


def fault_in_goal(value: object) -> Sentence | None:
    """Empty for no goal, else a whole number."""
    text = str(value).strip()
    if not text or (text.isdecimal() and 0 < int(text) <= MOST_A_YEAR):
        return None
    return Sentence(marked("Skriv antalet med siffror, eller lämna tomt."))
