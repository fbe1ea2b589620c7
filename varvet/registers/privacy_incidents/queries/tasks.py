"""What waits for somebody, and by when: one next step of each incident, and the officer's advice."""

from datetime import date, datetime, time
from functools import partial

from django.db.models import Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions_for
from varvet.kernel.law.days import STOCKHOLM
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.models.deadline import imy_deadline
from varvet.registers.privacy_incidents.queries.clocks import ADVISE, HANDLE, PERMISSIONS, Waits, waiting_of
from varvet.registers.privacy_incidents.queries.visible import EXCLUDED
from varvet.registers.privacy_incidents.rules import OPEN, Event, waits_for_advice

MOST_TASKS = 50
TITLES = {
    Event.ASSESS: marked("Bedöm en personuppgiftsincident"),
    Event.DECIDE: marked("Besluta om en personuppgiftsincident"),
    Event.NOTIFY: marked("Anmäl en personuppgiftsincident till IMY"),
    Event.SUPPLEMENT: marked("Komplettera en anmälan till IMY"),
    Event.INFORM: marked("Informera dem som en incident gäller"),
    Event.CLOSE: marked("Följ upp och avsluta en personuppgiftsincident"),
}
ADVICE = marked("Lämna råd om en personuppgiftsincident")


def list_tasks(reader: Reader) -> list[Task]:
    """The nearest first, at most 50: each incident once, as the step it waits for and the reader may take."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    rows = _may_act(reader)
    waiting = waiting_of(rows, terms, partial(with_extensions_for, reader))
    found = [task for incident in rows if (task := _task(reader, incident, waiting.get(incident.pk), terms))]
    return sorted(found, key=_when)[:MOST_TASKS]


def _open_for(reader: Reader) -> QuerySet[PrivacyIncident]:
    """Open incidents where the reader may take some step."""
    seen = Q(pk__in=[])
    for permission in sorted({*PERMISSIONS.values(), ADVISE}):
        seen |= within(reader, permission, EXCLUDED)
    return PrivacyIncident.objects.filter(seen, root=reader.root, status__in=OPEN)


WAITING = Seldom("privacy_incidents.waiting", _open_for)


def _may_act(reader: Reader) -> list[PrivacyIncident]:
    """The oldest first."""
    ids = ids_of(reader, WAITING)
    rows = PrivacyIncident.objects.filter(pk__in=ids) if ids else PrivacyIncident.objects.none()
    return list(rows.select_related("unit").order_by("received_at", "pk")[: 2 * MOST_TASKS])


def _when(task: Task) -> datetime:
    return task.due if isinstance(task.due, datetime) else datetime.combine(task.due, time.max, STOCKHOLM)


def _task(reader: Reader, incident: PrivacyIncident, waits: Waits | None, terms: TermTable) -> Task | None:
    if waits and _is_theirs(reader, incident, waits.event):
        unit = "workdays" if waits.clock.counted_in is TermUnit.WORKING_DAYS else "days"
        return _made(incident, TITLES[waits.event], (waits.clock.started, waits.clock.due), unit)
    if waits_for_advice(incident.progress) and reader.can(ADVISE, incident.unit_id):
        return _made(incident, ADVICE, (incident.received_at, imy_deadline(incident, terms).moment), "days")
    return None


def _is_theirs(reader: Reader, incident: PrivacyIncident, event: Event) -> bool:
    """What somebody else handles by name does not wait for the others who could."""
    permission = PERMISSIONS[event]
    if permission == HANDLE and incident.handler_id not in {None, reader.user.pk}:
        return False
    return reader.can(permission, incident.unit_id)


def _made(
    incident: PrivacyIncident, title: str, span: tuple[date | datetime, date | datetime], counted_in: str
) -> Task:
    started, due = span
    return Task(
        title=title,
        reference=incident.reference,
        unit_name=incident.unit.name,
        href=reverse("privacy_incidents:page", args=[incident.reference]),
        started=started,
        due=due,
        counted_in=counted_in,
    )
