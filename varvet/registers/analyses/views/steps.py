"""Each step of an analysis: a page with a form, and what is done when it is sent."""

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
from varvet.registers.analyses import actions, forms, queries
from varvet.registers.analyses.models import Analysis
from varvet.registers.analyses.rules import Event
from varvet.registers.analyses.views import shown_forms, shown_step
from varvet.registers.analyses.views.shown_asks import ASKS, TAKE_BACK, Asks

View = Callable[[PersonRequest, str], HttpResponse]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    analysis: Analysis
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
        return {"analysis": self.analysis, "version": self.given["version"], "by": by, "now": self.now}


def step(event: Event, form: shown_forms.Make, act: Callable[[Sent], object], says: Asks | None = None) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        analysis, told = get_object_or_404(queries.visible_to(request.reader), reference=reference), says or ASKS[event]
        shown_step.ready(request, analysis, event)
        filled = form(request, analysis)
        if request.method == "POST" and filled.is_valid():
            with answered(filled):
                act(Sent(analysis, filled, request, timezone.now()))
                messages.success(request, _(told.done))
                return shown_step.after(request, analysis)
        return shown_step.page(request, analysis, filled, told)

    return view


def _act(action: Callable[..., object], *names: str) -> Callable[[Sent], object]:
    """The action with those values of the form, each by its own name."""
    return lambda sent: action(**sent.known, **{name: sent.given[name] for name in names})


plain = shown_forms.plain
describe = step(Event.DESCRIBE, shown_forms.describe, _act(actions.describe, "meeting_on"))
assign = step(Event.ASSIGN, shown_forms.assign, _act(actions.assign, "responsible"))
withdraw = step(Event.WITHDRAW, plain(forms.WithdrawForm), _act(actions.withdraw, "reason"))
hold = step(Event.HOLD, shown_forms.hold, _act(actions.hold, "held_on", "took_part"))
approve = step(Event.APPROVE, plain(forms.ApproveForm), _act(actions.approve))
reopen = step(Event.REOPEN, plain(forms.ReopenForm), _act(actions.reopen, "reason"))
offer = step(Event.OFFER, plain(forms.OfferForm), _act(actions.offer))
take_back = step(Event.OFFER, plain(forms.TakeBackForm), _act(actions.take_back), TAKE_BACK)
ask = step(Event.ASK, plain(forms.AskForm), _act(actions.ask, "source", "question"))
conclude = step(
    Event.CONCLUDE, shown_forms.conclude, lambda sent: actions.conclude(**sent.known, content=sent.form.content())
)
