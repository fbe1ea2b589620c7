"""A step's page: the activity as it is now beside the form, and what others did while it was open."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.kernel.ui.sentences import said
from varvet.registers.involvement import actions, queries, rules
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import Event
from varvet.registers.involvement.views.shown_asks import ASKS, HAPPENED
from varvet.registers.involvement.views.shown_missing import missing_of
from varvet.registers.involvement.views.shown_steps import step_of

TEMPLATES = {Event.CONCLUDE: "involvement/conclude.html", Event.DESCRIBE: "involvement/describe.html"}


def ready(request: PersonRequest, activity: Activity, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    actions.check_may(activity, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(event, activity.status)


def page(request: PersonRequest, activity: Activity, form: VersionedForm, event: Event) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=activity.pk)
    context = {"form": form, "says": ASKS[event], "step_name": form.step_name, **_beside(request.reader, current)}
    context["meanwhile"] = meanwhile(form, current, HAPPENED)
    return render(request, TEMPLATES.get(event, "involvement/step.html"), context, status=refused(form))


def _beside(reader: Reader, activity: Activity) -> dict[str, object]:
    """The activity as it is now."""
    return {
        "activity": activity,
        "sort_label": said(rules.SORT_LABELS[activity.sort]),
        "words": queries.read_narratives(reader, activity),
        "status_label": rules.STATUS_LABELS[activity.status],
        "step": step_of(activity.status),
        "missing": missing_of(activity),
    }


def after(request: PersonRequest, activity: Activity) -> HttpResponse:
    """Back to the activity; to the list when it is no longer the person's to see."""
    if queries.visible_to(request.reader).filter(pk=activity.pk).exists():
        return redirect("involvement:page", activity.reference)
    return redirect("involvement:list")
