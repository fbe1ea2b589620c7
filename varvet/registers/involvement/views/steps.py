"""Each step of handling one activity: a page with a form, and what is done when it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.registers.involvement import actions, forms, queries
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import Event
from varvet.registers.involvement.views import shown_forms, shown_step
from varvet.registers.involvement.views.shown_asks import ASKS

View = Callable[[PersonRequest, str], HttpResponse]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    activity: Activity
    form: Any  # each step knows its own form
    request: PersonRequest
    now: datetime

    @property
    def given(self) -> Mapping[str, Any]:
        values: Mapping[str, Any] = self.form.cleaned_data
        return values

    @property
    def known(self) -> dict[str, Any]:
        """What every action takes."""
        by = self.request.reader.user
        return {"activity": self.activity, "version": self.given["version"], "by": by, "now": self.now}


def step(event: Event, form: shown_forms.Make, act: Callable[[Sent], object]) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        activity = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown_step.ready(request, activity, event)
        filled = form(request, activity)
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(Sent(activity, filled, request, timezone.now()))
                messages.success(request, _(ASKS[event].done))
                return shown_step.after(request, activity)
        return shown_step.page(request, activity, filled, event)

    return view


def _describe(sent: Sent) -> None:
    actions.describe(**sent.known, about=sent.form.about(), planned_on=sent.given.get("day"))


def _hold(sent: Sent) -> None:
    actions.hold(**sent.known, held_on=sent.given["day"], heard=sent.form.heard_content())


describe = step(Event.DESCRIBE, shown_forms.describe, _describe)
hold = step(Event.HOLD, shown_forms.hold, _hold)
write = step(Event.WRITE, shown_forms.write, lambda sent: actions.write(**sent.known, heard=sent.form.heard_content()))
decide = step(Event.DECIDE, shown_forms.decide, lambda sent: actions.decide(**sent.known, outcome=sent.form.outcome()))
tell = step(Event.TELL, shown_forms.tell, lambda sent: actions.tell(**sent.known, told=sent.form.told()))
conclude = step(Event.CONCLUDE, shown_forms.plain(forms.ConcludeForm), lambda sent: actions.conclude(**sent.known))
cancel = step(
    Event.CANCEL,
    shown_forms.plain(forms.CancelForm),
    lambda sent: actions.cancel(**sent.known, reason=sent.given["reason"]),
)
reopen = step(
    Event.REOPEN,
    shown_forms.plain(forms.ReopenForm),
    lambda sent: actions.reopen(**sent.known, reason=sent.given["reason"]),
)
assign = step(
    Event.ASSIGN,
    shown_forms.assign,
    lambda sent: actions.assign(**sent.known, responsible=sent.given["responsible"]),
)
note = step(
    Event.NOTE, shown_forms.plain(forms.NoteForm), lambda sent: actions.note(**sent.known, words=sent.given["words"])
)
