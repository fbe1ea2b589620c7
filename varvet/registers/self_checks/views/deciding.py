"""After the result: its analysis, what it leads to, and the day it was raised at the APT."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.self_checks import actions, forms, queries
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import decision
from varvet.registers.self_checks.views import shown_result
from varvet.registers.self_checks.views.shown_sampling import Says


@login_required
@require_http_methods(["GET", "POST"])
def analyse(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _ready(request, reference)
    form = forms.AnalysisForm(request.POST or None, initial={"version": round_.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, version, text = request.reader.user, form.cleaned_data["version"], form.cleaned_data["analysis"]
            actions.analyse(round_=round_, analysis=text, version=version, by=by, now=timezone.now())
            return _done(request, round_, _("Analysen är sparad."))
    return _page(request, round_, form, shown_result.ANALYSE)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _ready(request, reference)
    form = forms.NoActionForm(request.POST or None, initial={"version": round_.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, version, reason = request.reader.user, form.cleaned_data["version"], form.cleaned_data["reason"]
            actions.decide_no_action(round_=round_, reason=reason, version=version, by=by, now=timezone.now())
            return _done(request, round_, _("Beslutet är sparat."))
    return _page(request, round_, form, shown_result.DECIDE)


@login_required
@require_http_methods(["GET", "POST"])
def raise_at_apt(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _ready(request, reference)
    form = forms.RaisedForm(request.POST or None, initial={"version": round_.version, "day": request.reader.today})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, version, day = request.reader.user, form.cleaned_data["version"], form.cleaned_data["day"]
            actions.note_raised(round_=round_, day=day, version=version, by=by, now=timezone.now())
            return _done(request, round_, _("Dagen är sparad."))
    return _page(request, round_, form, shown_result.RAISE)


def _ready(request: PersonRequest, reference: str) -> Round:
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    if request.method != "POST":
        check(request.reader.user, queries.MAY_PERFORM, round_.unit, today=request.reader.today)
        decision.check_performed(round_.status)
    return round_


def _page(request: PersonRequest, round_: Round, form: VersionedForm, says: Says) -> HttpResponse:
    template = "self_checks/decide.html" if isinstance(form, forms.NoActionForm) else "self_checks/sample_step.html"
    context = shown_result.step(request.reader, round_, form, says)
    return render(request, template, context, status=refused(form))


def _done(request: PersonRequest, round_: Round, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("self_checks:page", round_.reference)
