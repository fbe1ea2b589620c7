"""A step's page: the report as it is now beside the form, and what others did while it was open."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.models import Record
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.registers.provider_reports import actions, queries, rules
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Event
from varvet.registers.provider_reports.views.shown_asks import ASKS, HAPPENED
from varvet.registers.provider_reports.views.shown_missing import missing_of
from varvet.registers.provider_reports.views.shown_steps import step_of
from varvet.registers.provider_reports.views.shown_words import words_beside

TEMPLATES = {Event.CLOSE: "provider_reports/close.html"}


def ready(request: PersonRequest, report: ProviderReport, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    check_within(report, actions.HANDLE, actions.EXCLUDED, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(event, report.status)


def page(request: PersonRequest, report: ProviderReport, form: VersionedForm, event: Event) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=report.pk)
    context = {"form": form, "says": ASKS[event], "step_name": form.step_name, **_beside(request.reader, current)}
    context["meanwhile"] = meanwhile(form, current, HAPPENED)
    return render(request, TEMPLATES.get(event, "provider_reports/step.html"), context, status=refused(form))


def _beside(reader: Reader, report: ProviderReport) -> dict[str, object]:
    """The report as it is now."""
    return {
        "report": report,
        "words": words_beside(reader, report),
        "status_label": rules.STATUS_LABELS[report.status],
        "step": step_of(report.status),
        "missing": missing_of(report),
    }


def after(request: PersonRequest, record: Record) -> HttpResponse:
    """Back to the report; to the list when it is not the person's to see."""
    if queries.visible_to(request.reader).filter(pk=record.pk).exists():
        return redirect("provider_reports:page", record.reference)
    return redirect("provider_reports:list")
