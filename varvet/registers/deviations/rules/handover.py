"""Handing a case over to somebody outside: where to, in which states, and what each step needs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.transitions import Moves, Transition


class Destination(StrEnum):
    """Who gets it, and REPLY: our answer to a counterpart that told us. The last two are tasks of their own by law."""

    OTHER_COMMITTEE = "other_committee"
    COUNTERPART = "counterpart"
    REPLY = "reply"
    WORK_ENVIRONMENT = "work_environment"
    ANIMAL_WELFARE = "animal_welfare"


DESTINATION_LABELS: dict[str, str] = {
    Destination.OTHER_COMMITTEE: marked("Nämnden som ansvarar för hälso- och sjukvården"),
    Destination.COUNTERPART: marked("Motparten i samverkan"),
    Destination.REPLY: marked("Vårt svar till motparten"),
    Destination.WORK_ENVIRONMENT: marked("Arbetsgivarens system för arbetsskador och tillbud"),
    Destination.ANIMAL_WELFARE: marked("Länsstyrelsen eller polisen, om djur som far illa"),
}
# What those who hand over should know first. Whether the law demands it or only allows it differs.
DESTINATION_HELP: dict[str, str] = {
    Destination.OTHER_COMMITTEE: marked(
        "Mellan nämnder gäller sekretess. Pröva den innan du lämnar uppgifter om en enskild."
    ),
    Destination.COUNTERPART: marked(
        "Motparten är en annan myndighet. Pröva sekretessen innan du lämnar uppgifter om en enskild."
    ),
    Destination.REPLY: marked("Motparten väntar på vårt svar. Pröva sekretessen innan du svarar om en enskild."),
    Destination.WORK_ENVIRONMENT: marked(
        "Arbetsskador och tillbud anmäls utan dröjsmål i arbetsgivarens system. De räknas aldrig som avvikelser."
    ),
    Destination.ANIMAL_WELFARE: marked(
        "Lex Maja: lagen tillåter att du anmäler djur som far illa, men kräver det inte. Anmälan ska diarieföras."
    ),
}
# Outside the board, so that secrecy stands between: the assessment of it is kept. The employer is one of us.
SECRECY_BETWEEN = frozenset(set(Destination) - {Destination.WORK_ENVIRONMENT})
CHOSEN_BY_HAND = tuple(to for to in Destination if to is not Destination.REPLY)


class HandoverState(StrEnum):
    OPEN = "open"
    HANDED_OVER = "handed_over"
    SENT = "sent"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    WITHDRAWN = "withdrawn"


HANDOVER_LABELS: dict[str, str] = {
    HandoverState.OPEN: marked("Ska lämnas över"),
    HandoverState.HANDED_OVER: marked("Väntar på svar"),
    HandoverState.SENT: marked("Skickat"),
    HandoverState.ANSWERED: marked("Besvarad"),
    HandoverState.NO_ANSWER: marked("Inget svar behövs"),
    HandoverState.WITHDRAWN: marked("Lämnas inte över"),
}
UNSETTLED = frozenset({HandoverState.OPEN, HandoverState.HANDED_OVER})


class Handing(StrEnum):
    """What can be done with a hand-over."""

    HAND_OVER = "hand_over"
    SEND = "send"
    NOTE_ANSWER = "note_answer"
    NEEDS_NO_ANSWER = "needs_no_answer"
    WITHDRAW = "withdraw"
    ENTRUST = "entrust"


HANDINGS = Moves(
    code="deviation.handover",
    refusal=marked("Överlämningen har läget ”{now}”. Därför går det inte att {act} den."),
    labels=HANDOVER_LABELS,
    transitions=(
        Transition(
            Handing.HAND_OVER, marked("genomföra"), frozenset({HandoverState.OPEN}), (HandoverState.HANDED_OVER,)
        ),
        Transition(Handing.SEND, marked("skicka"), frozenset({HandoverState.OPEN}), (HandoverState.SENT,)),
        Transition(
            Handing.NOTE_ANSWER,
            marked("skriva in svaret på"),
            frozenset({HandoverState.HANDED_OVER}),
            (HandoverState.ANSWERED,),
        ),
        Transition(
            Handing.NEEDS_NO_ANSWER,
            marked("sluta vänta på svar på"),
            frozenset({HandoverState.HANDED_OVER}),
            (HandoverState.NO_ANSWER,),
        ),
        Transition(
            Handing.WITHDRAW, marked("ta tillbaka"), frozenset({HandoverState.OPEN}), (HandoverState.WITHDRAWN,)
        ),
        Transition(Handing.ENTRUST, marked("byta ansvarig för"), UNSETTLED),
    ),
)


class Way(StrEnum):
    """How it was handed over."""

    THEIR_SYSTEM = "their_system"
    FORM = "form"
    LETTER = "letter"
    SECURE_MAIL = "secure_mail"
    PHONE = "phone"
    MEETING = "meeting"


WAY_LABELS: dict[str, str] = {
    Way.THEIR_SYSTEM: marked("I deras system"),
    Way.FORM: marked("På blankett"),
    Way.LETTER: marked("Med brev"),
    Way.SECURE_MAIL: marked("Med säker e-post"),
    Way.PHONE: marked("På telefon"),
    Way.MEETING: marked("På ett möte"),
}


class Answer(StrEnum):
    """What they answered, in general."""

    AGREED = "agreed"
    PARTLY = "partly"
    DISAGREED = "disagreed"
    TAKEN_ON = "taken_on"


ANSWER_LABELS: dict[str, str] = {
    Answer.AGREED: marked("De delar vår bild"),
    Answer.PARTLY: marked("De delar den delvis"),
    Answer.DISAGREED: marked("De delar den inte"),
    Answer.TAKEN_ON: marked("De har tagit emot den och svarar inte mer"),
}


class Counted(StrEnum):
    """How they have counted it themselves: statistics returned, so that it can be counted here too."""

    INJURY = "injury"
    RISK = "risk"
    NOTHING = "nothing"
    OTHER = "other"
    UNKNOWN = "unknown"


COUNTED_LABELS: dict[str, str] = {
    Counted.INJURY: marked("Som skada, vårdskada eller arbetsskada"),
    Counted.RISK: marked("Som tillbud eller risk"),
    Counted.NOTHING: marked("Som en händelse utan skada"),
    Counted.OTHER: marked("På annat sätt"),
    Counted.UNKNOWN: marked("Det har de inte berättat"),
}


@dataclass(frozen=True)
class Handed:
    """What must be known when it is handed over. `secrecy` is why what is told may be told, in words."""

    destination: str
    receiver: str
    day: date
    secrecy_assessed: bool
    secrecy: str
    answer_due_on: date | None


def handing_of(destination: str) -> Handing:
    """What is handed over awaits an answer; our own answer awaits none."""
    return Handing.SEND if destination == Destination.REPLY else Handing.HAND_OVER


def check_handing(handed: Handed, begun_on: date, today: date) -> None:
    """RuleBroken for what is missing, and for a day before the report or after today."""
    if not handed.receiver.strip():
        raise RuleBroken("deviation.handover.receiver", "Skriv vilken organisation som får den.", field="receiver")
    if not begun_on <= handed.day <= today:
        raise RuleBroken(
            "deviation.handover.day", "Välj en dag från rapporten till och med i dag.", field="handed_over_on"
        )
    if handed.destination in SECRECY_BETWEEN:
        _check_secrecy(handed)
    if handed.answer_due_on is not None and handed.answer_due_on < handed.day:
        raise RuleBroken("deviation.handover.due", "Svaret kan inte komma före överlämningen.", field="answer_due_on")


def _check_secrecy(handed: Handed) -> None:
    if not handed.secrecy_assessed:
        raise RuleBroken(
            "deviation.handover.secrecy", "Pröva sekretessen innan du lämnar över.", field="secrecy_assessed"
        )
    if not handed.secrecy.strip():
        raise RuleBroken("deviation.handover.secrecy_reason", "Skriv vad prövningen visade.", field="secrecy")


def check_answer(handed_over_on: date, answered_on: date, today: date) -> None:
    if not handed_over_on <= answered_on <= today:
        raise RuleBroken(
            "deviation.handover.answered", "Välj en dag från överlämningen till och med i dag.", field="answered_on"
        )


def check_why(event: Handing, reason: str) -> None:
    if not reason.strip():
        raise RuleBroken(f"deviation.handover.{event}.reason", "Skriv varför.", field="reason")
