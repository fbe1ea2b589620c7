"""Each step of handling one inspection: a page with a form, and what is done when it is sent."""

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
from varvet.kernel.ui.answers import answer as answered
from varvet.registers.inspections import actions, forms, queries
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Event
from varvet.registers.inspections.views import shown_forms, shown_step
from varvet.registers.inspections.views.shown_asks import ASKS, SETTLE

View = Callable[[PersonRequest, str], HttpResponse]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    inspection: Inspection
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
        return {"inspection": self.inspection, "version": self.given["version"], "by": by, "now": self.now}


def step(event: Event, form: shown_forms.Make, act: Callable[[Sent], object]) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        inspection = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown_step.ready(request, inspection, event)
        filled = form(request, inspection)
        if request.method == "POST" and filled.is_valid():
            with answered(filled):
                act(Sent(inspection, filled, request, timezone.now()))
                messages.success(request, _(ASKS[event].done))
                return shown_step.after(request, inspection)
        return shown_step.page(request, inspection, filled, event)

    return view


@login_required
@require_http_methods(["GET", "POST"])
def settle(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    inspection = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    shown_step.ready(request, inspection, Event.FIND)
    form = shown_forms.settle(request, inspection, number)
    if request.method == "POST" and form.is_valid():
        with answered(form):
            sent = Sent(inspection, form, request, timezone.now())
            actions.settle(**sent.known, number=number, settled=form.settled())
            messages.success(request, _(SETTLE.done))
            return shown_step.after(request, inspection)
    return shown_step.page(request, inspection, form, Event.FIND, SETTLE)


def _describe(sent: Sent) -> None:
    actions.describe(**sent.known, about=sent.form.about(), due_on=sent.given.get("due_on"))


def _act(action: Callable[..., object], *names: str) -> Callable[[Sent], object]:
    """The action with those values of the form, each by its own name."""
    return lambda sent: action(**sent.known, **{name: sent.given[name] for name in names})


plain = shown_forms.plain
describe = step(Event.DESCRIBE, shown_forms.describe, _describe)
receive = step(
    Event.RECEIVE, shown_forms.receive, lambda sent: actions.receive(**sent.known, demand=sent.form.content())
)
answer = step(Event.ANSWER, shown_forms.answer, _act(actions.write_answer, "words"))
send = step(Event.SEND, shown_forms.send, _act(actions.send, "sent_on"))
decide = step(
    Event.DECIDE, shown_forms.decide, lambda sent: actions.decide(**sent.known, decision=sent.form.decision())
)
find = step(Event.FIND, plain(forms.FindForm), lambda sent: actions.find(**sent.known, found=sent.form.found()))
follow = step(Event.FOLLOW, shown_forms.follow, _act(actions.follow, "follow_on"))
close = step(Event.CLOSE, plain(forms.CloseForm), _act(actions.close, "words"))
reopen = step(Event.REOPEN, plain(forms.ReopenForm), _act(actions.reopen, "reason"))
withdraw = step(Event.WITHDRAW, plain(forms.WithdrawForm), _act(actions.withdraw, "reason"))
assign = step(Event.ASSIGN, shown_forms.assign, _act(actions.assign, "responsible"))
note = step(Event.NOTE, plain(forms.NoteForm), _act(actions.note, "words"))
