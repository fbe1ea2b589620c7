"""What is to be done with an incident by when: the same for the queue, the page and the reminders."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from varvet.kernel.deadlines.clocks import Duty, set_clock
from varvet.kernel.law.days import STOCKHOLM, day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.models.deadline import IMY_TERM
from varvet.registers.privacy_incidents.rules import OPEN, Event, Status, imy_waits, next_event

HANDLE, ADVISE = "privacy_incidents.assess", "privacy_incidents.advise"
DECIDE, NOTIFY = "privacy_incidents.decide", "privacy_incidents.notify"
IMY = "imy"  # the code of the clock that the law sets, through all steps until IMY is told
TERMS = {
    Event.ASSESS: "personuppgiftsincident_bedomd",
    Event.DECIDE: IMY_TERM,
    Event.NOTIFY: IMY_TERM,
    Event.SUPPLEMENT: "personuppgiftsincident_komplettering",
    Event.INFORM: "personuppgiftsincident_information",
    Event.CLOSE: "personuppgiftsincident_avslutad",
}
PERMISSIONS = {
    Event.ASSESS: HANDLE,
    Event.DECIDE: DECIDE,
    Event.NOTIFY: NOTIFY,
    Event.SUPPLEMENT: NOTIFY,
    Event.INFORM: HANDLE,
    Event.CLOSE: HANDLE,
}


@dataclass(frozen=True)
class Waits:
    """The one step an incident waits for, and its clock."""

    event: Event
    clock: Clock


def waits_of(incident: PrivacyIncident, terms: TermTable) -> Waits | None:
    """As first set; None when it is ended."""
    event = next_event(incident.progress)
    if event is None:
        return None
    if imy_waits(incident.progress) and event in {Event.DECIDE, Event.NOTIFY}:
        return Waits(event, _imy_clock(incident, PERMISSIONS[event], terms))
    start = _start(event, incident)
    key = TERMS[Event.ASSESS if event is Event.DECIDE else event]  # one opened again has no 72 hours left to count
    holder = None if event is Event.DECIDE else incident.handler_id
    clock = set_clock(Duty(incident.pk, event, PERMISSIONS[event], holder), start, terms.term_on(key, _day(start)))
    if incident.status == Status.FOLLOWING_UP and event is Event.CLOSE and incident.follow_up_due_on:
        clock = replace(clock, due=incident.follow_up_due_on)
    return Waits(event, clock)


def _start(event: Event, incident: PrivacyIncident) -> date | datetime:
    """Hours are counted from an instant: one opened again has its own from the end of that day."""
    if event in {Event.ASSESS, Event.DECIDE}:
        again = incident.reopened_on
        return datetime.combine(again + timedelta(days=1), time.min, STOCKHOLM) if again else incident.received_at
    decided = incident.decided_on or day_of(incident.received_at)
    return (incident.reported_to_imy_on or decided) if event is Event.SUPPLEMENT else decided


def _day(start: date | datetime) -> date:
    return day_of(start) if isinstance(start, datetime) else start


def _imy_clock(incident: PrivacyIncident, permission: str, terms: TermTable) -> Clock:
    holder = incident.handler_id if permission == NOTIFY else None
    term = terms.term_on(IMY_TERM, day_of(incident.received_at))
    return set_clock(Duty(incident.pk, IMY, permission, holder), incident.received_at, term)


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open incident of a root."""
    terms = read_terms(root)
    rows = PrivacyIncident.objects.filter(root=root, status__in=OPEN).order_by("pk")
    return [clock for row in rows.iterator() for clock in _clocks(row, terms)]


def clocks_of(incident: PrivacyIncident) -> list[Clock]:
    return _clocks(incident, read_terms(incident.root))


def _clocks(incident: PrivacyIncident, terms: TermTable) -> list[Clock]:
    """The step it waits for; and while that is the assessment, the delegate is reminded of the 72 hours as well."""
    waits = waits_of(incident, terms)
    found = [waits.clock] if waits else []
    if imy_waits(incident.progress) and waits and waits.clock.code != IMY:
        found.append(_imy_clock(incident, DECIDE, terms))
    return found


def _held(root: Unit) -> QuerySet[PrivacyIncident]:
    return PrivacyIncident.objects.filter(root=root, status__in=OPEN, handler__isnull=False)


HELD = (Held("handler", HANDLE, _held),)


def waiting_of(
    incidents: Iterable[PrivacyIncident], terms: TermTable, more_time: Callable[[list[Clock]], list[Clock]]
) -> dict[int, Waits]:
    """What each of them waits for, by its id; `more_time` adds what has been given."""
    found = {incident.pk: waits for incident in incidents if (waits := waits_of(incident, terms))}
    moved = more_time([waits.clock for waits in found.values()])
    return {clock.record_id: replace(found[clock.record_id], clock=clock) for clock in moved}
