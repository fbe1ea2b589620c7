"""A step's page: the form, what is missing first, and what others did while it was open."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.kernel.ui.sentences import said
from varvet.registers.analyses import actions, queries, rules
from varvet.registers.analyses.models import Analysis, progress_of
from varvet.registers.analyses.rules import Event, Status
from varvet.registers.analyses.views.shown_asks import ASKS, HAPPENED, Asks


@dataclass(frozen=True)
class Left:
    label: str
    href: str


def ready(request: PersonRequest, analysis: Analysis, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    actions.check_may(analysis, event, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(event, analysis.status)


def page(request: PersonRequest, analysis: Analysis, form: VersionedForm, says: Asks) -> HttpResponse:
    context: dict[str, object] = {"form": form, "says": says, "analysis": analysis, "step_name": form.step_name}
    context["missing"] = missing_of(request.reader, analysis) if says is ASKS[Event.APPROVE] else []
    context["meanwhile"] = meanwhile(form, analysis, HAPPENED)
    return render(request, "analyses/step.html", context, status=refused(form))


def missing_of(reader: Reader, analysis: Analysis) -> list[Left]:
    """What is left before it can be approved, and where it is done."""
    if analysis.status != Status.HELD:
        return []
    found = rules.before_approving(progress_of(analysis), reader.today)
    return [_left(item, analysis) for item in found]


def _left(item: rules.Missing, analysis: Analysis) -> Left:
    place = f"slutsats-{item.conclusion}" if item.conclusion else "h-helheten"
    href = f"{reverse('analyses:page', args=[analysis.reference])}#{place}"
    return Left(said(item.sentence).format(**dict(item.values)), href)


def after(request: PersonRequest, analysis: Analysis) -> HttpResponse:
    """Back to the analysis; to the list when it is no longer the person's to see."""
    if queries.visible_to(request.reader).filter(pk=analysis.pk).exists():
        return redirect("analyses:page", analysis.reference)
    return redirect("analyses:list")
