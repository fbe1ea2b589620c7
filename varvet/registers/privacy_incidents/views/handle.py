"""Handling a privacy incident: the list, its page, and each step of the work."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.privacy_incidents import actions, forms, queries, rules
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.views import shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require("privacy_incidents.view")
    filters = shown.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "privacy_incidents/list.html", shown.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    incident = _visible(request, reference)
    return render(request, "privacy_incidents/page.html", shown.record_page(request.reader, incident))


@login_required
@require_http_methods(["GET", "POST"])
def assess(request: PersonRequest, reference: str) -> HttpResponse:
    incident = shown.ready(request, _visible(request, reference), rules.Event.ASSESS)
    start, types = {"version": incident.version}, queries.types_on(incident)
    form = forms.AssessForm(request.POST or None, types=types, initial=start)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            given, version, by = form.assessment(), form.cleaned_data["version"], request.reader.user
            actions.assess(incident=incident, assessment=given, version=version, by=by, now=timezone.now())
            return _done(request, incident, _("Incidenten är bedömd."))
    return _form(request, incident, form)


@login_required
@require_http_methods(["GET", "POST"])
def close(request: PersonRequest, reference: str) -> HttpResponse:
    incident = shown.ready(request, _visible(request, reference), rules.Event.CLOSE)
    form = forms.CloseForm(request.POST or None, initial={"version": incident.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            done, version, by = form.cleaned_data["done"], form.cleaned_data["version"], request.reader.user
            actions.close(incident=incident, done=done, version=version, by=by, now=timezone.now())
            return _done(request, incident, _("Incidenten är avslutad."))
    return _form(request, incident, form)


def _visible(request: PersonRequest, reference: str) -> PrivacyIncident:
    return get_object_or_404(queries.visible_to(request.reader), reference=reference)


def _form(request: PersonRequest, incident: PrivacyIncident, form: VersionedForm) -> HttpResponse:
    context = shown.step(request.reader, incident, form)
    return render(request, "privacy_incidents/step.html", context, status=refused(form))


def _done(request: PersonRequest, incident: PrivacyIncident, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("privacy_incidents:page", incident.reference)
