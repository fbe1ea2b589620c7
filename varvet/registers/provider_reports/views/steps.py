"""Each step of handling one report: a page with a form, and what is done when it is sent."""

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
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.provider_reports import actions, forms, queries, rules
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Event
from varvet.registers.provider_reports.views import shown_forms, shown_step
from varvet.registers.provider_reports.views.shown_asks import ASKS

View = Callable[[PersonRequest, str], HttpResponse]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    report: ProviderReport
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
        return {"report": self.report, "version": self.given["version"], "by": by, "now": self.now}


def step(event: Event, form: shown_forms.Make, act: Callable[[Sent], object]) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        report = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown_step.ready(request, report, event)
        filled = form(request, report)
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(Sent(report, filled, request, timezone.now()))
                messages.success(request, _(ASKS[event].done))
                return shown_step.after(request, report)
        return shown_step.page(request, report, filled, event)

    return view


def _request(sent: Sent) -> None:
    actions.request(**sent.known, content=actions.Request(sent.given["due_on"], sent.given["words"]))


def _take_in(sent: Sent) -> None:
    outcome = rules.Outcome(sent.given["outcome"])
    content = actions.Investigation(sent.given["received_on"], outcome, sent.given["words"])
    actions.take_in(**sent.known, content=content)


def _assess(sent: Sent) -> None:
    content = actions.Assessment(rules.Agreement(sent.given["agreement"]), sent.given["grounds"])
    actions.assess(**sent.known, content=content)


def _plan(sent: Sent) -> None:
    content = actions.Plan(rules.Subject(sent.given["subject"]), sent.given["words"], sent.given["due_on"])
    actions.plan(**sent.known, content=content)


def _disown(sent: Sent) -> None:
    actions.disown(**sent.known, content=actions.Handover(sent.given["principal"], sent.given["reason"]))


def _plain(form: type[VersionedForm]) -> shown_forms.Make:
    return shown_forms.plain(form)


describe = step(
    Event.DESCRIBE, shown_forms.describe, lambda sent: actions.describe(**sent.known, about=sent.form.about())
)
request_ = step(Event.REQUEST, shown_forms.request_, _request)
take_in = step(Event.TAKE_IN, shown_forms.take_in, _take_in)
authority = step(
    Event.AUTHORITY,
    shown_forms.authority,
    lambda sent: actions.note_authority(**sent.known, content=sent.form.content()),
)
assess = step(Event.ASSESS, _plain(forms.AssessForm), _assess)
plan = step(Event.PLAN, shown_forms.plan, _plan)
tell = step(
    Event.TELL, _plain(forms.TellForm), lambda sent: actions.tell_provider(**sent.known, words=sent.given["words"])
)
close = step(
    Event.CLOSE, _plain(forms.CloseForm), lambda sent: actions.close(**sent.known, lesson=sent.given["lesson"])
)
reopen = step(
    Event.REOPEN, _plain(forms.ReopenForm), lambda sent: actions.reopen(**sent.known, reason=sent.given["reason"])
)
disown = step(Event.DISOWN, _plain(forms.DisownForm), _disown)
assign = step(
    Event.ASSIGN, shown_forms.assign, lambda sent: actions.assign(**sent.known, handler=sent.given["handler"])
)
note = step(Event.NOTE, _plain(forms.NoteForm), lambda sent: actions.note(**sent.known, words=sent.given["words"]))
