"""Handling an improvement: deciding on it, and each step until its effect is known."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.keyed import keyed
from varvet.kernel.ui.lists import own_address
from varvet.registers.improvements import actions, forms, queries, rules
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.views import shown


@login_required
@require_http_methods(["GET", "POST"])
@keyed("improvements:page")
def decide(request: PersonRequest) -> HttpResponse:
    form, follows = shown.decide_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            key, by = form.cleaned_data["key"], request.reader.user
            content = form.content(follows, shown.part_asked(request))
            record = actions.decide(content=content, key=key, by=by, now=timezone.now())
            messages.success(request, _("Åtgärden är beslutad."))
            return redirect(shown.after_deciding(record, content))
    return render(request, "improvements/decide.html", {"form": form, "follows": follows}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def start(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.START)
    form = forms.StartForm(request.POST or None, initial={"version": improvement.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, version = request.reader.user, form.cleaned_data["version"]
            actions.start(improvement=improvement, version=version, by=by, now=timezone.now())
            return done(request, improvement, _("Åtgärden är påbörjad."))
    return form_page(request, improvement, form, rules.Event.START)


@login_required
@require_http_methods(["GET", "POST"])
def carry_out(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.CARRY_OUT)
    form = shown.carry_out_form(request, improvement)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            day, version = form.cleaned_data["carried_out_on"], form.cleaned_data["version"]
            known = {"version": version, "by": request.reader.user, "now": timezone.now()}
            unplanned = form.cleaned_data.get("unplanned", "")
            actions.carry_out(improvement=improvement, carried_out_on=day, unplanned=unplanned, **known)
            return done(request, improvement, _("Åtgärden är genomförd."))
    return form_page(request, improvement, form, rules.Event.CARRY_OUT)


@login_required
@require_http_methods(["GET", "POST"])
def judge_effect(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.JUDGE)
    form = shown.effect_form(request, improvement)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            judgement, version = form.judgement(shown.risk_chosen(request, form)), form.cleaned_data["version"]
            by, now = request.reader.user, timezone.now()
            actions.judge_effect(improvement=improvement, judgement=judgement, version=version, by=by, now=now)
            return done(request, improvement, _("Effekten är bedömd."))
    return form_page(request, improvement, form, rules.Event.JUDGE)


@login_required
@require_http_methods(["GET", "POST"])
def give_up(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.GIVE_UP)
    form = shown.give_up_form(request, improvement)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            giving_up, version = form.giving_up(shown.risk_chosen(request, form)), form.cleaned_data["version"]
            by, now = request.reader.user, timezone.now()
            actions.give_up(improvement=improvement, giving_up=giving_up, version=version, by=by, now=now)
            return done(request, improvement, _("Åtgärden är avbruten."))
    return form_page(request, improvement, form, rules.Event.GIVE_UP)


@login_required
@require_http_methods(["GET", "POST"])
def carry_over(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.CARRY_OVER)
    form = forms.CarryOverForm(request.POST or None, initial=shown.next_year(improvement))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            year, reason, version = (form.cleaned_data[name] for name in ("year", "reason", "version"))
            by, now = request.reader.user, timezone.now()
            actions.carry_over(improvement=improvement, to_year=year, reason=reason, version=version, by=by, now=now)
            return done(request, improvement, _("Åtgärden är flyttad."))
    return form_page(request, improvement, form, rules.Event.CARRY_OVER)


def ready(request: PersonRequest, reference: str, event: rules.Event) -> Improvement:
    improvement = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return shown.ready(request, improvement, event)


def form_page(
    request: PersonRequest, improvement: Improvement, form: VersionedForm, event: rules.Event
) -> HttpResponse:
    """The step as it is now, with what was refused."""
    context = shown.step(request.reader, improvement, form, event)
    return render(request, "improvements/step.html", context, status=refused(form))


def done(request: PersonRequest, improvement: Improvement, sentence: str) -> HttpResponse:
    """Back to the improvement, or to the board where one pressed a button there."""
    messages.success(request, sentence)
    if next_ := request.POST.get("next"):
        return redirect(own_address(request, next_))
    return redirect("improvements:page", improvement.reference)
