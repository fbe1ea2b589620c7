"""A conclusion worded anew, or the reason why nothing is done about it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.registers.analyses import actions, queries
from varvet.registers.analyses.rules import Event
from varvet.registers.analyses.views import shown_forms, shown_step
from varvet.registers.analyses.views.shown_asks import CHANGE, SETTLE
from varvet.registers.analyses.views.steps import Sent


@login_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    analysis = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    shown_step.ready(request, analysis, Event.CONCLUDE)
    form = shown_forms.change(request, analysis, shown_forms.conclusion_of(analysis, number))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            sent = Sent(analysis, form, request, timezone.now())
            actions.change(**sent.known, number=number, content=form.content())
            messages.success(request, _(CHANGE.done))
            return shown_step.after(request, analysis)
    return shown_step.page(request, analysis, form, CHANGE)


@login_required
@require_http_methods(["GET", "POST"])
def settle(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    analysis = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    shown_step.ready(request, analysis, Event.CONCLUDE)
    form = shown_forms.settle(request, analysis, shown_forms.conclusion_of(analysis, number))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            sent = Sent(analysis, form, request, timezone.now())
            actions.settle(**sent.known, number=number, no_action=form.cleaned_data["no_action"])
            messages.success(request, _(SETTLE.done))
            return shown_step.after(request, analysis)
    return shown_step.page(request, analysis, form, SETTLE)
