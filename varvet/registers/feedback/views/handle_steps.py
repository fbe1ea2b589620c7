"""Each step of handling one piece of feedback: a page with a form, and what is done when it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.answers import answer as answering
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.feedback import actions, forms, queries
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.rules import Contentment, Event
from varvet.registers.feedback.views import shown_forms, shown_step

View = Callable[[PersonRequest, str], HttpResponse]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    feedback: Feedback
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
        return {"feedback": self.feedback, "version": self.given["version"], "by": by, "now": self.now}


def step(event: Event, form: shown_forms.Make, act: Callable[[Sent], object]) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        feedback = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown_step.ready(request, feedback, event)
        filled = form(request, feedback)
        if request.method == "POST" and filled.is_valid():
            with answering(filled):
                act(Sent(feedback, filled, request, timezone.now()))
                messages.success(request, shown_step.done_of(event))
                return shown_step.after(request, feedback)
        return shown_step.page(request, feedback, filled, event)

    return view


def _join(sent: Sent) -> None:
    found = queries.find_lead(sent.request.reader, sent.feedback, sent.form.reference())
    if found is None:
        raise RuleBroken(
            "feedback.join.unknown", "Välj ett ärende, eller skriv ett nummer du svarar på.", field="other"
        )
    actions.join(**sent.known, lead=found)


def _register(sent: Sent) -> None:
    actions.register(**sent.known, diary_number=sent.given.get("diary_number", ""))


def _judge(sent: Sent) -> None:
    actions.judge(**sent.known, contentment=Contentment(sent.given["contentment"]))


def _plain(form: type[VersionedForm]) -> shown_forms.Make:
    return shown_forms.plain(form)


answer = step(Event.ANSWER, shown_forms.answer, lambda sent: actions.answer(**sent.known, content=sent.form.answer()))
ask = step(Event.ASK, shown_forms.ask, lambda sent: actions.ask(**sent.known, text=sent.given["text"]))
ask_other = step(
    Event.ASK_OTHER,
    shown_forms.ask_other,
    lambda sent: actions.ask_other(**sent.known, asked=shown_forms.OTHERS[sent.given["register"]]),
)
categorise = step(
    Event.CATEGORISE,
    shown_forms.categorise,
    lambda sent: actions.categorise(**sent.known, sorting=sent.form.sorting()),
)
assign = step(
    Event.ASSIGN, shown_forms.assign, lambda sent: actions.assign(**sent.known, handler=sent.given["handler"])
)
note = step(Event.NOTE, _plain(forms.NoteForm), lambda sent: actions.note(**sent.known, text=sent.given["text"]))
move = step(
    Event.MOVE,
    shown_forms.move,
    lambda sent: actions.move(**sent.known, to=(sent.given["unit"], sent.given["reason"])),
)
join = step(Event.JOIN, shown_forms.join, _join)
leave = step(Event.LEAVE, _plain(forms.LeaveForm), lambda sent: actions.leave(**sent.known))
settle = step(
    Event.SETTLE,
    _plain(forms.SettleForm),
    lambda sent: actions.settle_in_case(**sent.known, moved=sent.given["moved"]),
)
close = step(
    Event.CLOSE, _plain(forms.CloseForm), lambda sent: actions.close(**sent.known, reason=sent.given["reason"])
)
reopen = step(
    Event.REOPEN, _plain(forms.ReopenForm), lambda sent: actions.reopen(**sent.known, reason=sent.given["reason"])
)
register = step(Event.REGISTER, shown_forms.register, _register)
register_answer = step(
    Event.REGISTER_ANSWER, _plain(forms.RegisterAnswerForm), lambda sent: actions.register_answer(**sent.known)
)
judge = step(Event.JUDGE, shown_forms.judge, _judge)
