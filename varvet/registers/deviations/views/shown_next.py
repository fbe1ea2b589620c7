"""What can be done with a deviation now: one step first, those often taken, and those that put it somewhere else."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Event, Missing, Status
from varvet.registers.deviations.views.shown_asks import ASKS
from varvet.registers.deviations.views.shown_handover_asks import asks_of
from varvet.registers.deviations.views.shown_missing import address_of, items_of, left_of, sentence_of

ALONE = frozenset({Event.WRITE, Event.REOPEN, Event.LEAVE})  # what a report that is handled in another case still does
OFTEN = (Event.CLOSE, Event.WRITE, Event.ASSIGN, Event.REOPEN)
ELSEWHERE = (Event.REROUTE, Event.DISMISS, Event.DUPLICATE, Event.JOIN, Event.LEAVE)
ANSWER = marked("Åtgärda varje orsak")


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where."""

    label: str
    href: str


def next_of(reader: Reader, deviation: Deviation) -> dict[str, object]:
    possible = possible_now(reader, deviation)
    items = items_of(deviation) if queries.reads(reader, deviation) and deviation.status in rules.OPEN else []
    first = _first(deviation, possible, items)
    others = [*OFTEN, Event.ACT] if deviation.status == Status.FOLLOWING_UP else OFTEN
    return {
        "allowed": {str(event) for event in possible},
        "first": first,
        "others": [
            *(w for w in _ways(others, possible, deviation) if first is None or w.href != first.href),
            *_describing(reader, deviation),
        ],
        "elsewhere": _ways(ELSEWHERE, possible, deviation),
        "missing": [left_of(item, deviation) for item in items if not item.done],
        "done": [sentence_of(item) for item in items if item.done],
    }


def after(event: Event, reader: Reader, deviation: Deviation) -> str:
    """Where one comes after a step: what was assessed as something that others have a part in is described at once."""
    undescribed = any(item.place == rules.DESCRIBE for item in items_of(deviation))
    if event is Event.ASSESS and undescribed and actions.may_hand_over(reader.user, deviation, today=reader.today):
        return address_of(rules.DESCRIBE, deviation)
    return reverse("deviations:page", args=[deviation.reference])


def _describing(reader: Reader, deviation: Deviation) -> list[Way]:
    """What others have a part in can be said anew while it is open."""
    may = actions.may_hand_over(reader.user, deviation, today=reader.today)
    if not may or deviation.status not in rules.OPEN or deviation.nature not in rules.DESCRIBED:
        return []
    return [Way(said(asks_of(deviation).link), address_of(rules.DESCRIBE, deviation))]


def possible_now(reader: Reader, deviation: Deviation) -> list[Event]:
    joined = deviation.joined_to_id is not None
    return [
        event
        for event in Event
        if rules.may(event, deviation.status)
        and reader.can(actions.PERMISSIONS[event], deviation.unit_id)
        and (event in ALONE if joined else event is not Event.LEAVE)
    ]


def _first(deviation: Deviation, possible: list[Event], items: list[Missing]) -> Way | None:
    left = [item.place for item in items if not item.done]
    if rules.ANSWERS in left and Event.CAUSES in possible:
        return Way(said(ANSWER), address_of(rules.ANSWERS, deviation))
    if rules.DESCRIBE in left and Event.INVESTIGATE in possible:
        return Way(said(asks_of(deviation).link), address_of(rules.DESCRIBE, deviation))
    wanted = _wanted(deviation.status, left)
    return _way(wanted, deviation) if wanted in possible else None


def _wanted(status: str, left: list[str]) -> Event:
    """What the state asks for."""
    wanted = {
        Status.ASSESSED: Event.INVESTIGATE,
        Status.INVESTIGATING: Event.CAUSES if Event.CAUSES in left else Event.ACT,
        Status.ACTING: Event.FOLLOW_UP,
        Status.FOLLOWING_UP: Event.JUDGE if Event.JUDGE in left else Event.CLOSE,
    }
    return wanted.get(Status(status), Event.ASSESS)


def _ways(events: tuple[Event, ...] | list[Event], possible: list[Event], deviation: Deviation) -> list[Way]:
    return [_way(event, deviation) for event in events if event in possible]


def _way(event: Event, deviation: Deviation) -> Way:
    return Way(said(ASKS[event].link), address_of(event, deviation))
