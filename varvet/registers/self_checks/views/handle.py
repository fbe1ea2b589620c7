"""Handling a round: planning it, and each step until its result is known."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.self_checks import actions, forms, queries, rules
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.views import shown, shown_sampling


@login_required
@require_http_methods(["GET", "POST"])
@keyed("self_checks:page")
def plan(request: PersonRequest) -> HttpResponse:
    form = shown.plan_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            key, by = form.cleaned_data["key"], request.reader.user
            record = actions.plan(content=form.content(), key=key, by=by, now=timezone.now())
            messages.success(request, _("Egenkontrollen är planerad."))
            return redirect("self_checks:page", record.reference)
    return render(request, "self_checks/plan.html", {"form": form}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def start(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _ready(request, reference, rules.Event.START)
    form = forms.StartForm(request.POST or None, initial={"version": round_.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, version = request.reader.user, form.cleaned_data["version"]
            actions.start(round_=round_, version=version, by=by, now=timezone.now())
            return _done(request, round_, _("Egenkontrollen är påbörjad."))
    return render(request, "self_checks/step.html", shown.step(round_, form, rules.Event.START), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def record_result(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _ready(request, reference, rules.Event.RECORD)
    first = {"version": round_.version, **shown_sampling.counts_of(round_)}
    form = forms.ResultForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, version = request.reader.user, form.cleaned_data["version"]
            actions.record_result(round_=round_, result=form.result(), version=version, by=by, now=timezone.now())
            return _done(request, round_, _("Resultatet är sparat."))
    context = shown.step(round_, form, rules.Event.RECORD)
    return render(request, "self_checks/result.html", context, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def mark_not_done(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _ready(request, reference, rules.Event.NOT_DONE)
    form = forms.NotDoneForm(request.POST or None, initial={"version": round_.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, version, reason = request.reader.user, form.cleaned_data["version"], form.cleaned_data["reason"]
            actions.mark_not_done(round_=round_, reason=reason, version=version, by=by, now=timezone.now())
            return _done(request, round_, _("Egenkontrollen är inställd."))
    context = shown.step(round_, form, rules.Event.NOT_DONE)
    return render(request, "self_checks/step.html", context, status=refused(form))


def _ready(request: PersonRequest, reference: str, event: rules.Event) -> Round:
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return shown.ready(request, round_, event)


def _done(request: PersonRequest, round_: Round, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("self_checks:page", round_.reference)
