"""What may happen to a deviation and when: pure decisions, values in, value or RuleBroken out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken
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


class When(StrEnum):
    """The reporter's answer to when it happened."""

    JUST_NOW = "just_now"
    TODAY = "today"
    OTHER = "other"
    UNKNOWN = "unknown"


DAY_MISSING = "Skriv vilken dag det hände."


def check_when(when: When, day: date | None, today: date) -> None:
    """Another day must be named and cannot lie ahead."""
    if when is When.OTHER and day is None:
        raise RuleBroken("deviation.when.day", DAY_MISSING, field="day")
    if when is When.OTHER and day is not None and day > today:
        raise RuleBroken("deviation.when.future", "Dagen har inte varit än. Kontrollera datumet.", field="day")


def event_day(when: When, day: date | None, today: date) -> date | None:
    """The day it happened, None when nobody knows."""
    if when is When.UNKNOWN:
        return None
    return day if when is When.OTHER else today


@dataclass(frozen=True)
class Missing:
    """Something to do before closing: what, and the name of the place where it is done."""

    sentence: str
    place: str
    done: bool = False


def before_closing(*, assessed: bool, categorised: bool, told_reporter: bool) -> list[Missing]:
    """What closing needs, missing first."""
    items = [
        Missing("Bedömning", "assess", assessed),
        Missing("Typ av avvikelse", "assess", categorised),
        Missing("Återkoppling till rapportören", "close", told_reporter),
    ]
    return sorted(items, key=lambda item: item.done)


def check_tally(month: date, count: int, today: date) -> None:
    """A tally is of at least two events in a month that has begun."""
    if count < 2:
        raise RuleBroken(
            "deviation.tally.count", "Ange minst två. En enda händelse rapporteras för sig.", field="count"
        )
    if count > 500:
        raise RuleBroken(
            "deviation.tally.many", "Ange högst 500 händelser i taget. Dela upp dem per månad.", field="count"
        )
    if month > today:
        raise RuleBroken("deviation.tally.month", "Månaden har inte börjat. Välj en tidigare månad.", field="month")


def counted_on(received: date, tally_month_end: date | None) -> date:
    """The day a report counts on: when it came in; a tally, on the last day of its month if that has passed."""
    return received if tally_month_end is None else min(received, tally_month_end)


def check_words(what: str) -> None:
    wording.check_words("deviation", "what", what, "Berätta vad som hände.")


def check_closing(missing: list[Missing]) -> None:
    """RuleBroken that names the first thing left to do."""
    left = [item for item in missing if not item.done]
    if left:
        raise RuleBroken("deviation.close.missing", f"Det här saknas: {left[0].sentence.lower()}.", field=left[0].place)
