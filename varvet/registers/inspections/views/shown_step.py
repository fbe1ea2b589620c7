"""A step's page: the inspection as it is now beside the form, and what others did while it was open."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.kernel.ui.sentences import said
from varvet.registers.inspections import actions, queries, rules
from varvet.registers.inspections.models import INTERNAL, Inspection, Part
from varvet.registers.inspections.rules import Event
from varvet.registers.inspections.views.shown_asks import ASKS, HAPPENED, Asks
from varvet.registers.inspections.views.shown_missing import missing_of

SHOWS_MISSING = frozenset({Event.SEND, Event.CLOSE})
NOT_BESIDE = (*INTERNAL, Part.ANSWER)


def ready(request: PersonRequest, inspection: Inspection, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    actions.check_may(inspection, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_suits(event, inspection.sort, inspection.status)


def page(
    request: PersonRequest, inspection: Inspection, form: VersionedForm, event: Event, says: Asks | None = None
) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=inspection.pk)
    beside = _beside(request.reader, current, event)
    context = {"form": form, "says": says or ASKS[event], "step_name": form.step_name, **beside}
    context["meanwhile"] = meanwhile(form, current, HAPPENED)
    return render(request, "inspections/step.html", context, status=refused(form))


def _beside(reader: Reader, inspection: Inspection, event: Event) -> dict[str, object]:
    """The inspection as it is now."""
    words = queries.read_narratives(reader, inspection)
    return {
        "inspection": inspection,
        "sort_label": said(rules.SORT_LABELS[inspection.sort]),
        "words": [one for one in words if one.part not in NOT_BESIDE],
        "missing": missing_of(inspection) if event in SHOWS_MISSING else [],
    }


def after(request: PersonRequest, inspection: Inspection) -> HttpResponse:
    """Back to the inspection; to the list when it is no longer the person's to see."""
    if queries.visible_to(request.reader).filter(pk=inspection.pk).exists():
        return redirect("inspections:page", inspection.reference)
    return redirect("inspections:list")
