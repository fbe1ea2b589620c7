"""The report's form as first shown, and the receipt."""

from django.utils import timezone

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.lists import word_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.privacy_incidents import forms, queries, rules
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.views.shown_clock import at_the_latest, clock

REPORT = "privacy_incidents.report"


def report_form(request: PersonRequest) -> tuple[forms.ReportForm, Record | None]:
    """The form, and the record it is started from. NotAllowed where the person reports nowhere."""
    reader = request.reader
    reader.require(REPORT)
    units = reader.list_units(REPORT)
    follows = queries.find_origin(reader, word_asked(request.GET, "fran"))
    start = fresh(request, units) | _from(follows)
    return forms.ReportForm(request.POST or None, units=units, initial=start), follows


def _from(follows: Record | None) -> dict[str, object]:
    """What the record it is started from already tells: where, on what day, and since when somebody knew."""
    if follows is None:
        return {"aware": rules.Aware.JUST_NOW}
    return {
        "unit": follows.unit_id,
        "occurred_day": follows.occurred_day,
        "aware": rules.Aware.OTHER,
        "aware_at": follows.received_at,
    }


def receipt(reader: Reader, incident: PrivacyIncident) -> dict[str, object]:
    return {
        "incident": incident,
        "latest": at_the_latest(incident, reader.today),
        "clock": clock(incident, timezone.now()),
        "steps": [said(rules.STATUS_LABELS[status]) for status in rules.STEPS],
        "owners": queries.owners_of(incident, reader.today),
        "officers": queries.holders(incident, queries.ADVISE, reader.today),
        "delegates": queries.holders(incident, queries.DECIDE, reader.today),
    }
