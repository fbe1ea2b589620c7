"""What can be done with a piece of feedback now: one step first, and the others."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import starts_from
from varvet.registers.feedback import queries, rules
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.rules import Event, Status
from varvet.registers.feedback.views.shown_asks import ASKS
from varvet.registers.feedback.views.shown_missing import address_of, items_of, left_of

OFTEN = (Event.ANSWER, Event.ASK, Event.NOTE, Event.CATEGORISE, Event.ASSIGN, Event.CLOSE, Event.REOPEN, Event.JUDGE)
DIARY = (Event.REGISTER, Event.REGISTER_ANSWER)
ELSEWHERE = (Event.MOVE, Event.JOIN, Event.SETTLE, Event.ASK_OTHER)
ALONE = frozenset({Event.ASK, Event.NOTE, Event.CATEGORISE, Event.LEAVE, Event.JUDGE, Event.GIVE_CODE, *DIARY})
NO_PAGE = frozenset({Event.ADD, Event.READ})
NOTHING_LEFT = marked("Inget mer behöver göras.")


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where."""

    label: str
    href: str


def next_of(reader: Reader, feedback: Feedback) -> dict[str, object]:
    possible = possible_now(reader, feedback)
    items = items_of(feedback) if queries.can_handle(reader, feedback) else []
    first = _first(feedback, possible)
    others = [event for event in (Event.LEAVE, *OFTEN, *DIARY, Event.GIVE_CODE) if event in possible and event != first]
    return {
        "allowed": {str(event) for event in possible},
        "first": _way(first, feedback) if first else None,
        "others": [*(_way(event, feedback) for event in others), *_weigh(reader, feedback)],
        "elsewhere": [_way(event, feedback) for event in ELSEWHERE if event in possible],
        "starts": starts_from(reader, feedback) if queries.can_handle(reader, feedback) else [],
        "missing": [left_of(item, feedback) for item in items if not item.done],
        "done": [said(item.sentence) for item in items if item.done],
    }


def possible_now(reader: Reader, feedback: Feedback) -> list[Event]:
    """What the state allows and has some use, and the reader may."""
    if not queries.can_handle(reader, feedback):
        return []
    joined = feedback.joined_to_id is not None
    return [
        event
        for event in Event
        if event not in NO_PAGE
        and rules.may(event, feedback.status)
        and _has_use(event, feedback)
        and (event in ALONE if joined else event is not Event.LEAVE)
    ]


def _has_use(event: Event, feedback: Feedback) -> bool:
    uses = {
        Event.ASK: feedback.has_code,
        Event.REGISTER: feedback.registered_on is None,
        Event.REGISTER_ANSWER: feedback.answered_on is not None and feedback.answer_registered_on is None,
        Event.JUDGE: feedback.answered_on is not None,
        Event.GIVE_CODE: feedback.channel != rules.Channel.WEB,
    }
    return uses.get(event, True)


def _first(feedback: Feedback, possible: list[Event]) -> Event | None:
    """What the state asks for."""
    praise = feedback.sort == rules.Sort.PRAISE
    wanted = {
        Status.RECEIVED: Event.CLOSE if praise else Event.ANSWER,
        Status.REOPENED: Event.ANSWER,
        Status.ANSWERED: Event.CLOSE,
    }.get(Status(feedback.status))
    return wanted if wanted in possible else None


def _way(event: Event, feedback: Feedback) -> Way:
    return Way(said(ASKS[event].link), address_of(event, feedback))


def _weigh(reader: Reader, feedback: Feedback) -> list[Way]:
    """In every state: also what was closed long ago may turn out to be lex Sarah."""
    if not queries.can_handle(reader, feedback):
        return []
    return [Way(_("Pröva lex Sarah"), reverse("questions:weigh", args=[feedback.reference]))]
