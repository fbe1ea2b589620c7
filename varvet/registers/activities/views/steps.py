"""Each step of an occasion: a page with a form, and what is done when it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
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
from varvet.registers.activities import actions, forms, queries
from varvet.registers.activities.models import Occasion
from varvet.registers.activities.rules import Event
from varvet.registers.activities.views import shown_occasion as shown
from varvet.registers.activities.views.shown_asks import ASKS

View = Callable[[PersonRequest, str], HttpResponse]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    occasion: Occasion
    form: Any  # each step knows its own form
    request: PersonRequest
    now: datetime

    @property
    def known(self) -> dict[str, Any]:
        """What every action takes."""
        by, version = self.request.reader.user, self.form.cleaned_data["version"]
        return {"occasion": self.occasion, "version": version, "by": by, "now": self.now}

    def said(self, name: str) -> Any:
        return self.form.cleaned_data[name]


def step(event: Event, form: shown.Make, act: Callable[[Sent], object]) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        occasion = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown.ready(request, occasion, event)
        filled = form(request, occasion)
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(Sent(occasion, filled, request, timezone.now()))
                messages.success(request, _(ASKS[event].done))
                return redirect("activities:page", occasion.reference)
        return shown.step_page(request, occasion, filled, event)

    return view


mark_done = step(Event.DONE, shown.done_form, lambda sent: actions.mark_done(**sent.known, outcome=sent.form.outcome()))
mark_not_done = step(
    Event.NOT_DONE,
    shown.plain(forms.NotDoneForm),
    lambda sent: actions.mark_not_done(**sent.known, reason=sent.said("reason")),
)
move = step(Event.MOVE, shown.move_form, lambda sent: actions.move(**sent.known, moved=sent.form.moved()))
cancel = step(
    Event.CANCEL,
    shown.plain(forms.CancelForm),
    lambda sent: actions.cancel(**sent.known, reason=sent.said("reason")),
)
reopen = step(
    Event.REOPEN,
    shown.plain(forms.ReopenForm),
    lambda sent: actions.reopen(**sent.known, reason=sent.said("reason")),
)
assign = step(
    Event.ASSIGN,
    shown.assign_form,
    lambda sent: actions.assign(**sent.known, responsible=sent.said("responsible")),
)
