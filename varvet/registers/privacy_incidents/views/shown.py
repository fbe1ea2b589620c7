"""What the pages show: values made ready for the templates, and nothing they need not know."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.utils import timezone
from django.utils.http import urlencode

from varvet.kernel.access.checks import check
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law import words as law_words
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.once import new_key
from varvet.kernel.records.paging import Page
from varvet.kernel.ui.lists import Paging, Tab, count_text
from varvet.kernel.ui.words import short_day
from varvet.registers.privacy_incidents import forms, queries, rules
from varvet.registers.privacy_incidents.models import PrivacyIncident

ASSESS = "privacy_incidents.assess"
SECONDS_AN_HOUR = 3600
STEPS = tuple(rules.Status)
TABS = (
    ("Öppna", "open"),
    ("Ska bedömas", rules.Status.RECEIVED.value),
    ("Avslutade", rules.Status.CLOSED.value),
    ("Alla", "alla"),
)
HAPPENED = {
    "received": "Incidenten rapporterades.",
    "imported": "Incidenten lästes in från tidigare register.",
    "assessed": "Incidenten bedömdes.",
    "closed": "Incidenten avslutades.",
}
NEXT: dict[str, str] = {
    rules.Status.RECEIVED: "Bedöm vad som hände och om IMY ska få en anmälan.",
    rules.Status.ASSESSED: "Skriv vad som har gjorts, och avsluta.",
    rules.Status.CLOSED: "Inget mer ska göras.",
}


@dataclass(frozen=True)
class Row:
    """A line of the list: coded values only."""

    reference: str
    unit: str
    about: str
    status: str
    status_label: str
    step: int
    reported: date | None
    received: date


@dataclass(frozen=True)
class Step:
    """A step of the way, and the day it was reached as people read it (empty when ahead)."""

    label: str
    when: str


@dataclass(frozen=True)
class Clock:
    """Hours left of how many to report to IMY, until when, and the term in words."""

    left: int
    total: int
    moment: datetime
    length: str


@dataclass(frozen=True)
class Event:
    """Something that has happened to the record."""

    at: datetime
    sentence: str


def step_of(status: str) -> int:
    return [str(step) for step in STEPS].index(status) + 1


def row(incident: PrivacyIncident) -> Row:
    return Row(
        reference=incident.reference,
        unit=incident.unit.name,
        about=incident.category.label_sv if incident.category else "Typ inte vald än",
        status=incident.status,
        status_label=rules.STATUS_LABELS[incident.status],
        step=step_of(incident.status),
        reported=incident.reported_to_imy_on,
        received=day_of(incident.received_at),
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    status, unit = query.get("lage", "open"), query.get("enhet", "")
    return queries.Filters(
        status=status if status == "open" or status in rules.STATUS_LABELS else "",
        unit=int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 12 else None,
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[PrivacyIncident]) -> dict[str, object]:
    chosen: dict[str, str | int] = {"lage": filters.status or "alla", "enhet": filters.unit or ""}
    following = f"?{urlencode({**chosen, 'efter': page.after})}" if page.after else ""
    says = f"{len(page.rows)} av {count_text(page.total)}"
    return {
        "rows": [row(incident) for incident in page.rows],
        "total": count_text(page.total),
        "paging": Paging(says, next_href=following) if following else None,
        "filters": filters,
        "tabs": [_tab(label, status, chosen) for label, status in TABS],
        "units": queries.list_units(reader, "privacy_incidents.view"),
        "may_report": reader.has("privacy_incidents.report"),
    }


def _tab(label: str, status: str, chosen: dict[str, str | int]) -> Tab:
    return Tab(label, f"?{urlencode({**chosen, 'lage': status})}", current=chosen["lage"] == status)


def record_page(reader: Reader, incident: PrivacyIncident) -> dict[str, object]:
    may = reader.can(ASSESS, incident.unit_id)
    step = step_of(incident.status)
    return {
        "incident": incident,
        "row": row(incident),
        "steps": steps(incident, reader.today),
        "step": step + 1 if incident.status == rules.Status.CLOSED else step,
        "words": queries.read_narratives(reader, incident),
        "events": events(incident),
        "clock": clock(incident, timezone.now()),
        "next_step": NEXT[incident.status],
        "allowed": {str(event) for event in rules.Event if may and rules.may(event, incident.status)},
        "handles": reader.can("privacy_incidents.view", incident.unit_id),
    }


def steps(incident: PrivacyIncident, today: date) -> list[Step]:
    days = [day_of(incident.received_at), incident.assessed_on, incident.closed_on]
    return [
        Step(rules.STATUS_LABELS[status], short_day(day, today) if day else "")
        for status, day in zip(STEPS, days, strict=True)
    ]


def clock(incident: PrivacyIncident, now: datetime) -> Clock | None:
    """Time left to report to IMY; none once it is assessed."""
    if incident.status != rules.Status.RECEIVED:
        return None
    deadline = queries.report_by(incident)
    left = int((deadline.moment - now).total_seconds() // SECONDS_AN_HOUR)
    return Clock(left, deadline.term.value, deadline.moment, law_words.length(deadline.term))


def events(incident: PrivacyIncident) -> list[Event]:
    rows = AuditEvent.objects.filter(kind=incident.kind, record_id=incident.pk).order_by("-pk")[:50]
    return [Event(event.at, HAPPENED.get(event.event, event.event)) for event in rows]


def step(reader: Reader, incident: PrivacyIncident, form: forms.VersionedForm) -> dict[str, object]:
    """A step's page: the record as it is now beside the form."""
    current = queries.visible_to(reader).get(pk=incident.pk)
    return {"row": row(current), "form": form, "words": queries.read_narratives(reader, current)}


def ready(request: PersonRequest, incident: PrivacyIncident, event: rules.Event) -> PrivacyIncident:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    check(request.reader.user, ASSESS, incident.unit, today=request.reader.today)
    if request.method != "POST":
        rules.check_transition(event, incident.status)
    return incident


def require(reader: Reader, permission: str) -> None:
    """NotAllowed, with who could, for somebody who has the permission nowhere."""
    if not reader.has(permission):
        able = ", ".join(role.label for role in roles_with(permission))
        raise NotAllowed(f"Din roll kan inte öppna sidan. Det kan: {able}.")


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report. NotAllowed when nowhere."""
    require(reader, "privacy_incidents.report")
    return queries.list_units(reader, "privacy_incidents.report")


def report_start(reader: Reader, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key, this moment, and the person's own unit."""
    own = reader.main_assignment.unit_id if reader.main_assignment else None
    start: dict[str, object] = {"key": new_key(), "aware": timezone.now()}
    return start | {"unit": own} if own in {unit.pk for unit in units} else start
