"""Changing an improvement, planning its effect and its steps, and spreading it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.improvements import actions, rules
from varvet.registers.improvements.views import shown
from varvet.registers.improvements.views.handle import done, form_page, ready


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.EDIT)
    form = shown.edit_form(request, improvement)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            content, version, by = form.content(), form.cleaned_data["version"], request.reader.user
            actions.edit(improvement=improvement, content=content, version=version, by=by, now=timezone.now())
            return done(request, improvement, _("Ändringarna är sparade."))
    return form_page(request, improvement, form, rules.Event.EDIT)


@login_required
@require_http_methods(["GET", "POST"])
def plan_effect(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.PLAN)
    form = shown.plan_form(request, improvement)
    if request.method == "POST" and form.is_valid() and (plan := form.plan()):
        with answer(form):
            version, by = form.cleaned_data["version"], request.reader.user
            actions.plan_effect(improvement=improvement, plan=plan, version=version, by=by, now=timezone.now())
            return done(request, improvement, _("Uppföljningen är planerad."))
    return form_page(request, improvement, form, rules.Event.PLAN)


@login_required
@require_http_methods(["GET", "POST"])
def write_steps(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.STEPS)
    form = shown.steps_form(request, improvement)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            known = {"version": form.cleaned_data["version"], "by": request.reader.user, "now": timezone.now()}
            actions.write_steps(improvement=improvement, steps=form.steps(request.reader.today), **known)
            return done(request, improvement, _("Stegen är sparade."))
    context = shown.step(request.reader, improvement, form, rules.Event.STEPS)
    return render(request, "improvements/steps.html", context, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def spread(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = ready(request, reference, rules.Event.SPREAD)
    form = shown.spread_form(request, improvement)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            units, by, version = list(form.cleaned_data["units"]), request.reader.user, form.cleaned_data["version"]
            actions.spread(improvement=improvement, units=units, version=version, by=by, now=timezone.now())
            says = ngettext("{number} enhet har fått den.", "{number} enheter har fått den.", len(units))
            return done(request, improvement, says.format(number=len(units)))
    return form_page(request, improvement, form, rules.Event.SPREAD)
