"""What the pages show: values made ready for the templates, and nothing they need not know."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.paging import Filters, Page
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.lists import address, count_text, paging_of, status_asked, tabs_of, unit_asked
from varvet.kernel.ui.record_parts import Step, events_of, steps_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import length_of
from varvet.registers.privacy_incidents import queries, rules
from varvet.registers.privacy_incidents.models import KIND, PrivacyIncident

ASSESS = "privacy_incidents.assess"
SECONDS_AN_HOUR = 3600
STEPS = tuple(rules.Status)
TABS = (
    ("open", marked("Öppna")),
    (rules.Status.RECEIVED, marked("Ska bedömas")),
    (rules.Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)
HAPPENED = {
    "received": marked("Incidenten rapporterades."),
    "imported": marked("Incidenten lästes in från tidigare register."),
    "assessed": marked("Incidenten bedömdes."),
    "closed": marked("Incidenten avslutades."),
}
NEXT: dict[str, str] = {
    rules.Status.RECEIVED: marked("Bedöm vad som hände och om IMY ska få en anmälan."),
    rules.Status.ASSESSED: marked("Skriv vad som har gjorts, och avsluta."),
    rules.Status.CLOSED: marked("Inget mer ska göras."),
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
class Clock:
    """Hours left of how many to report to IMY, until when, and the term in words."""

    left: int
    total: int
    moment: datetime
    length: str


def step_of(status: str) -> int:
    return record_parts.step_of(status, STEPS)


def row(incident: PrivacyIncident) -> Row:
    return Row(
        reference=incident.reference,
        unit=incident.unit.name,
        about=incident.category.label if incident.category else _("Typ inte vald än"),
        status=incident.status,
        status_label=rules.STATUS_LABELS[incident.status],
        step=step_of(incident.status),
        reported=incident.reported_to_imy_on,
        received=day_of(incident.received_at),
    )


def filters_from(query: QueryDict) -> Filters:
    """What the address says; what it cannot mean is left out."""
    return Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
    )


def list_page(reader: Reader, filters: Filters, page: Page[PrivacyIncident]) -> dict[str, object]:
    chosen: dict[str, str | int] = {"lage": filters.status or "alla", "enhet": filters.unit or ""}
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    return {
        "rows": [row(incident) for incident in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "filters": filters,
        "tabs": with_saved(tabs_of(TABS, chosen, filters.status), reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "units": reader.list_units("privacy_incidents.view"),
        "may_report": reader.has("privacy_incidents.report"),
    }


def record_page(reader: Reader, incident: PrivacyIncident) -> dict[str, object]:
    may = reader.can(ASSESS, incident.unit_id)
    step = step_of(incident.status)
    return {
        "incident": incident,
        "row": row(incident),
        "steps": steps(incident, reader.today),
        "step": step + 1 if incident.status == rules.Status.CLOSED else step,
        "words": queries.read_narratives(reader, incident),
        "events": events_of(incident, HAPPENED),
        "clock": clock(incident, timezone.now()),
        "next_step": NEXT[incident.status],
        "allowed": {str(event) for event in rules.Event if may and rules.may(event, incident.status)},
        "handles": reader.can("privacy_incidents.view", incident.unit_id),
    }


def steps(incident: PrivacyIncident, today: date) -> list[Step]:
    days = [day_of(incident.received_at), incident.assessed_on, incident.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in STEPS]
    return steps_of(labels, days, reached=len(days), today=today)


def clock(incident: PrivacyIncident, now: datetime) -> Clock | None:
    """Time left to report to IMY; none once it is assessed."""
    if incident.status != rules.Status.RECEIVED:
        return None
    deadline = queries.report_by(incident)
    left = int((deadline.moment - now).total_seconds() // SECONDS_AN_HOUR)
    return Clock(left, deadline.term.value, deadline.moment, length_of(deadline.term))


def step(reader: Reader, incident: PrivacyIncident, form: VersionedForm) -> dict[str, object]:
    """A step's page: the record as it is now beside the form."""
    current = queries.visible_to(reader).get(pk=incident.pk)
    return {"row": row(current), "form": form, "words": queries.read_narratives(reader, current)}


def ready(request: PersonRequest, incident: PrivacyIncident, event: rules.Event) -> PrivacyIncident:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    check(request.reader.user, ASSESS, incident.unit, today=request.reader.today)
    if request.method != "POST":
        rules.check_transition(event, incident.status)
    return incident


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report. NotAllowed when nowhere."""
    reader.require("privacy_incidents.report")
    return reader.list_units("privacy_incidents.report")


def report_start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key, this moment, and the person's own unit."""
    return fresh(request, units) | {"aware": timezone.now()}
