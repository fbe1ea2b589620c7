"""Handling a deviation: the list, its page, and each step of the work."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.deviations import actions, forms, queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.views import shown_filters, shown_list, shown_record, shown_tally


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    shown_list.require_view(request.reader)
    filters = shown_filters.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "deviations/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = _visible(request, reference)
    return render(request, "deviations/page.html", shown_record.record_page(request.reader, deviation))


@login_required
@require_http_methods(["GET", "POST"])
def assess(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = shown_record.ready(request, _visible(request, reference), rules.Event.ASSESS)
    form = shown_record.assess_form(request, deviation)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            chosen, version = form.assessment(), form.cleaned_data["version"]
            by, now = request.reader.user, timezone.now()
            actions.assess(deviation=deviation, assessment=chosen, version=version, by=by, now=now)
            return _done(request, deviation, "Avvikelsen är bedömd.")
    return render(
        request, "deviations/assess.html", shown_record.step(request.reader, deviation, form), status=refused(form)
    )


@login_required
@require_http_methods(["GET", "POST"])
def close(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = shown_record.ready(request, _visible(request, reference), rules.Event.CLOSE)
    form = forms.CloseForm(request.POST or None, initial={"version": deviation.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            closing = actions.Closing(form.cleaned_data["feedback"], form.cleaned_data["lesson"])
            version, by = form.cleaned_data["version"], request.reader.user
            actions.close(deviation=deviation, closing=closing, version=version, by=by, now=timezone.now())
            return _done(request, deviation, "Avvikelsen är avslutad.")
    return render(
        request, "deviations/close.html", shown_record.step(request.reader, deviation, form), status=refused(form)
    )


@login_required
@require_http_methods(["GET", "POST"])
def reopen(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = shown_record.ready(request, _visible(request, reference), rules.Event.REOPEN)
    form = forms.ReopenForm(request.POST or None, initial={"version": deviation.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            reason, version = form.cleaned_data["reason"], form.cleaned_data["version"]
            by, now = request.reader.user, timezone.now()
            actions.reopen(deviation=deviation, reason=reason, version=version, by=by, now=now)
            return _done(request, deviation, "Avvikelsen är öppnad igen.")
    return render(
        request, "deviations/reopen.html", shown_record.step(request.reader, deviation, form), status=refused(form)
    )


@login_required
@require_http_methods(["GET", "POST"])
@keyed("deviations:page")
def tally(request: PersonRequest) -> HttpResponse:
    units = shown_tally.tally_units(request.reader)
    form = shown_tally.tally_form(request, units)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            key, by = form.cleaned_data["key"], request.reader.user
            record = actions.tally(content=form.content(), key=key, by=by, now=timezone.now())
            return redirect("deviations:page", record.reference)
    return render(request, "deviations/tally.html", {"form": form}, status=refused(form))


def _visible(request: PersonRequest, reference: str) -> Deviation:
    return get_object_or_404(queries.visible_to(request.reader), reference=reference)


def _done(request: PersonRequest, deviation: Deviation, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("deviations:page", deviation.reference)
