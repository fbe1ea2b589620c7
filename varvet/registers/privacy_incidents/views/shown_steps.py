"""The steps of an incident as drawn, what it waits for, and what else can be done with it now."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.record_parts import Step, steps_of
from varvet.kernel.ui.sentences import said
from varvet.registers.privacy_incidents import actions, queries, rules
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.rules import Event, Status
from varvet.registers.privacy_incidents.views.shown_asks import ASKS

OFTEN = (
    Event.ADVISE,
    Event.ASSESS,
    Event.DECIDE,
    Event.NOTIFY,
    Event.SUPPLEMENT,
    Event.INFORM,
    Event.RULING,
    Event.FOLLOW_UP,
    Event.CLOSE,
    Event.WRITE,
    Event.ASSIGN,
    Event.DISMISS,
    Event.REOPEN,
)


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where."""

    label: str
    href: str


@dataclass(frozen=True)
class Left:
    """Something to do before closing, and where; no address for what the closing itself does."""

    label: str
    href: str


def step_of(status: str) -> int:
    """1-5 for the steps of the way, 0 beside it; one opened again is back at the first."""
    return 1 if status == Status.REOPENED else record_parts.step_of(status, rules.STEPS)


def reached(incident: PrivacyIncident) -> int:
    """The step to draw as the current one: past the last when it is closed, so that all are done."""
    step = step_of(incident.status)
    return step + 1 if incident.status == Status.CLOSED else step


def steps(incident: PrivacyIncident, today: date) -> list[Step]:
    days = [day_of(incident.received_at), incident.assessed_on, incident.decided_on, None, incident.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(incident.status), today=today)


def next_of(reader: Reader, incident: PrivacyIncident) -> dict[str, object]:
    possible = possible_now(reader, incident)
    wanted = rules.next_event(incident.progress)
    mine = _wanted_by(possible, wanted, incident)
    others = [event for event in OFTEN if event in possible and event is not mine]
    items = rules.before_closing(incident.progress) if incident.status in rules.OPEN else []
    return {
        "allowed": {str(event) for event in possible},
        "first": _way(mine, incident) if mine else None,
        "waits_for": said(WAITS_FOR[wanted]) if wanted and wanted not in possible else "",
        "others": [_way(event, incident) for event in others],
        "missing": [Left(said(item.sentence), address_of(item.place, incident)) for item in items if not item.done],
        "done": [said(item.sentence) for item in items if item.done],
    }


WAITS_FOR: dict[Event, str] = {
    Event.ASSESS: rules.closing.WAITS_FOR_ASSESSMENT,
    Event.DECIDE: rules.closing.WAITS_FOR_DECISION,
    Event.NOTIFY: rules.closing.WAITS_FOR_NOTICE,
    Event.SUPPLEMENT: rules.closing.WAITS_FOR_NOTICE,
    Event.INFORM: rules.closing.WAITS_FOR_HANDLER,
    Event.CLOSE: rules.closing.WAITS_FOR_HANDLER,
}


def _wanted_by(possible: list[Event], wanted: Event | None, incident: PrivacyIncident) -> Event | None:
    """The step the incident waits for, or the officer's advice, if it is theirs to take."""
    if wanted in possible:
        return wanted
    asked = Event.ADVISE in possible and rules.waits_for_advice(incident.progress)
    return Event.ADVISE if asked else None


def possible_now(reader: Reader, incident: PrivacyIncident) -> list[Event]:
    """What the state and what has been done allow, and the reader may."""
    return [
        event
        for event in Event
        if rules.may(event, incident.status)
        and rules.closing.has_use(event, incident.progress)
        and queries.may(reader, actions.PERMISSIONS[event], incident)
    ]


def _way(event: Event, incident: PrivacyIncident) -> Way:
    return Way(said(ASKS[event].link), address_of(event, incident))


def address_of(place: str, incident: PrivacyIncident) -> str:
    return reverse(f"privacy_incidents:{place}", args=[incident.reference])
