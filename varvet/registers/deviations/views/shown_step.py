"""A step's page: the record as it is now beside the form, and what others did while it was open."""

from django.http import HttpResponse
from django.shortcuts import render

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Event
from varvet.registers.deviations.views import shown_replies
from varvet.registers.deviations.views.shown_asks import HAPPENED, Asks
from varvet.registers.deviations.views.shown_missing import missing_of
from varvet.registers.deviations.views.shown_steps import step_of

TEMPLATES: dict[str, str] = {
    Event.ASSESS: "deviations/assess.html",
    Event.CLOSE: "deviations/close.html",
    Event.DISMISS: "deviations/reply_step.html",
    Event.WRITE: "deviations/write.html",
    Event.DUPLICATE: "deviations/other_step.html",
    Event.JOIN: "deviations/other_step.html",
}


def ready(request: PersonRequest, deviation: Deviation, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    check(request.reader.user, actions.PERMISSIONS[event], deviation.unit, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(event, deviation.status)


def page(request: PersonRequest, deviation: Deviation, form: VersionedForm, event: str, says: Asks) -> HttpResponse:
    context = {"form": form, "says": says, "step_name": form.step_name, **_beside(request.reader, deviation, form)}
    template = TEMPLATES.get(event, "deviations/step.html")
    return render(request, template, context, status=refused(form))


def _beside(reader: Reader, deviation: Deviation, form: VersionedForm) -> dict[str, object]:
    current = queries.visible_to(reader).get(pk=deviation.pk)
    return {
        "deviation": current,
        "words": queries.read_narratives(reader, current),
        "status_label": rules.STATUS_LABELS[current.status],
        "step": step_of(current.status),
        "meanwhile": meanwhile(form, current, HAPPENED),
        "replies": shown_replies.offers(current),
        "missing": missing_of(current),
    }
