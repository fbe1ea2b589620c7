"""A step's page: the record as it is now beside the form, and what others did while it was open."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.confidential import check_within
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.kernel.ui.sentences import said
from varvet.registers.privacy_incidents import actions, queries, rules
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.rules import Event
from varvet.registers.privacy_incidents.views.shown_asks import HAPPENED, Asks
from varvet.registers.privacy_incidents.views.shown_clock import clock
from varvet.registers.privacy_incidents.views.shown_record import suggestion_of
from varvet.registers.privacy_incidents.views.shown_steps import Left, address_of, step_of

TEMPLATES = {
    Event.ASSESS: "privacy_incidents/assess.html",
    Event.DECIDE: "privacy_incidents/decide.html",
    Event.CLOSE: "privacy_incidents/close.html",
}


def ready(request: PersonRequest, incident: PrivacyIncident, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    today = day_of(timezone.now())
    check_within(incident, actions.PERMISSIONS[event], actions.EXCLUDED, by=request.reader.user, today=today)
    if request.method != "POST":
        rules.check_now(event, incident.status)


def page(
    request: PersonRequest, incident: PrivacyIncident, form: VersionedForm, event: Event, says: Asks
) -> HttpResponse:
    context = {"form": form, "says": says, "step_name": form.step_name, **_beside(request.reader, incident, form)}
    template = TEMPLATES.get(event, "privacy_incidents/step.html")
    return render(request, template, context, status=refused(form))


def _beside(reader: Reader, incident: PrivacyIncident, form: VersionedForm) -> dict[str, object]:
    current = queries.visible_to(reader).get(pk=incident.pk)
    items = rules.before_closing(current.progress)
    left = [item for item in items if not item.done and item.place != Event.CLOSE]
    return {
        "incident": current,
        "words": queries.read_narratives(reader, current),
        "status_label": rules.STATUS_LABELS[current.status],
        "step": step_of(current.status),
        "clock": clock(current, timezone.now()),
        "advice": said(rules.RECOMMENDATION_LABELS[current.advice]) if current.advice else "",
        "suggestion": suggestion_of(current),
        "meanwhile": meanwhile(form, current, HAPPENED),
        "missing": [Left(said(item.sentence), address_of(item.place, current)) for item in left],
    }
