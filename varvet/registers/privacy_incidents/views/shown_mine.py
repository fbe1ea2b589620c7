"""One's own reported incidents, in the list of what one has reported."""

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.reported import MyReport
from varvet.kernel.ui.sentences import said
from varvet.registers.privacy_incidents import queries, rules
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.views.shown_steps import step_of

MOST = 100


def my_rows(reader: Reader) -> list[MyReport]:
    """Newest first, at most 100."""
    rows = queries.reported_by(reader).order_by("-received_at", "-pk")[:MOST]
    return [_row(incident) for incident in rows]


def _row(incident: PrivacyIncident) -> MyReport:
    return MyReport(
        reference=incident.reference,
        href=reverse("privacy_incidents:page", args=[incident.reference]),
        unit=incident.unit.name,
        status=incident.status,
        label=said(rules.STATUS_LABELS[incident.status]),
        step=step_of(incident.status),
        received=day_of(incident.received_at),
        steps=5,
    )
