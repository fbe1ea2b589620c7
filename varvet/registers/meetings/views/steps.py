"""Each step of a sheet: a page with a form, and what is done when it is sent."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.registers.meetings import actions, forms, queries
from varvet.registers.meetings.actions import Change
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.rules import Event
from varvet.registers.meetings.views import shown_step as shown
from varvet.registers.meetings.views.shown_asks import ASKS

View = Callable[[PersonRequest, str], HttpResponse]
Act = Callable[[Change, Any], object]  # each step knows its own form


def step(event: Event, make: shown.Make, act: Act) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        meeting = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown.ready(request, meeting, event)
        form = make(request, meeting)
        if request.method == "POST" and form.is_valid():
            with answer(form):
                act(change_of(request, meeting, form.cleaned_data["version"]), form)
                messages.success(request, _(ASKS[event].done))
                return redirect("meetings:page", meeting.reference)
        return shown.step_page(request, meeting, form, event)

    return view


def change_of(request: PersonRequest, meeting: Meeting, version: int) -> Change:
    return Change(meeting, version, request.reader.user, timezone.now())


begin = step(Event.BEGIN, shown.plain(forms.PlainForm), lambda change, _form: actions.open_meeting(change))
hold = step(Event.HOLD, shown.hold_form, lambda change, form: actions.hold(change, form.held()))
close = step(Event.CLOSE, shown.plain(forms.PlainForm), lambda change, _form: actions.close(change))
mark_not_held = step(
    Event.NOT_HELD,
    shown.plain(forms.NotHeldForm),
    lambda change, form: actions.mark_not_held(change, form.cleaned_data["reason"]),
)
add_line = step(
    Event.ADD,
    shown.plain(forms.AddLineForm),
    lambda change, form: actions.add_line(change, form.cleaned_data["name"]),
)
ask = step(Event.ASK, shown.ask_form, lambda change, form: actions.ask(change, form.cleaned_data["question"]))
assign = step(
    Event.ASSIGN,
    shown.assign_form,
    lambda change, form: actions.assign(change, form.cleaned_data["responsible"]),
)
