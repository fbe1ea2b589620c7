"""Each step of handling one deviation: a page with a form, and what is done when it is sent."""

from collections.abc import Callable, Mapping
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
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.answers import answer
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.deviations import actions, forms, queries
from varvet.registers.deviations.models import Deviation, Part
from varvet.registers.deviations.rules import Event, Result
from varvet.registers.deviations.views import shown_forms, shown_next, shown_step
from varvet.registers.deviations.views.shown_asks import ANALYSIS, ASKS, Asks

View = Callable[[PersonRequest, str], HttpResponse]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    deviation: Deviation
    form: Any  # each step knows its own form
    reader: Reader
    now: datetime

    @property
    def given(self) -> Mapping[str, Any]:
        values: Mapping[str, Any] = self.form.cleaned_data
        return values

    @property
    def known(self) -> dict[str, Any]:
        """What every action takes."""
        return {"deviation": self.deviation, "version": self.given["version"], "by": self.by, "now": self.now}

    @property
    def by(self) -> User:
        return self.reader.user


def step(event: Event, form: shown_forms.Make, act: Callable[[Sent], object], asks: Asks | None = None) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""
    says = asks or ASKS[event]

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        deviation = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown_step.ready(request, deviation, event)
        filled = form(request, deviation)
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(Sent(deviation, filled, request.reader, timezone.now()))
                return _done(request, deviation, event, says)
        return shown_step.page(request, deviation, filled, event, says)

    return view


def _done(request: PersonRequest, deviation: Deviation, event: Event, says: Asks) -> HttpResponse:
    """Back to the record, or on to what belongs to the same step; to the list when it is no longer theirs to see."""
    messages.success(request, _(says.done))
    found = queries.visible_to(request.reader).filter(pk=deviation.pk).first()
    return redirect(shown_next.after(event, request.reader, found) if found else "deviations:list")


def _other(sent: Sent, find: Callable[[Reader, Deviation, str], Deviation | None]) -> Deviation:
    form: forms.OtherForm = sent.form
    found = find(sent.reader, sent.deviation, form.reference())
    if found is None:
        raise RuleBroken(
            "deviation.other.unknown", "Välj en rapport, eller skriv ett nummer du handlägger.", field="other"
        )
    return found


def _assess(sent: Sent) -> None:
    form: forms.AssessForm = sent.form
    actions.assess(**sent.known, assessment=form.assessment())


def _analyse(sent: Sent) -> None:
    content = actions.Analysis(sent.given["analysis"], sent.given["routine"])
    actions.write_analysis(**sent.known, content=content)


def _add_cause(sent: Sent) -> None:
    content = actions.NewCause(sent.given["category"], sent.given["words"], sent.given["explains"])
    actions.add_cause(**sent.known, content=content)


def _plan(sent: Sent) -> None:
    actions.follow_up(**sent.known, content=actions.Plan(sent.given["plan"], sent.given["due_on"]))


def _judge(sent: Sent) -> None:
    content = actions.Judgement(Result(sent.given["result"]), sent.given["words"])
    actions.judge(**sent.known, content=content)


def _close(sent: Sent) -> None:
    actions.close(**sent.known, closing=actions.Closing(sent.given["feedback"], sent.given["lesson"]))


def _reroute(sent: Sent) -> None:
    actions.reroute(**sent.known, to=(sent.given["unit"], sent.given["reason"]))


def _write(sent: Sent) -> None:
    actions.write(**sent.known, said=(Part(sent.given["part"]), sent.given["text"]))


def _plain(form: type[VersionedForm]) -> shown_forms.Make:
    return shown_forms.plain(form)


assess = step(Event.ASSESS, shown_forms.assess, _assess)
investigate = step(Event.INVESTIGATE, _plain(forms.InvestigateForm), lambda sent: actions.investigate(**sent.known))
analyse = step(Event.CAUSES, _plain(forms.AnalysisForm), _analyse, ANALYSIS)
causes = step(Event.CAUSES, shown_forms.cause, _add_cause)
act = step(Event.ACT, _plain(forms.ActForm), lambda sent: actions.act(**sent.known))
follow_up = step(Event.FOLLOW_UP, _plain(forms.PlanForm), _plan)
judge = step(Event.JUDGE, _plain(forms.JudgeForm), _judge)
close = step(Event.CLOSE, shown_forms.close, _close)
reopen = step(
    Event.REOPEN, _plain(forms.ReopenForm), lambda sent: actions.reopen(**sent.known, reason=sent.given["reason"])
)
reroute = step(Event.REROUTE, shown_forms.reroute, _reroute)
dismiss = step(
    Event.DISMISS,
    shown_forms.dismiss,
    lambda sent: actions.dismiss(**sent.known, reason=sent.given["reason"], not_lex_sarah=sent.form.why_not),
)
duplicate = step(
    Event.DUPLICATE,
    shown_forms.duplicate,
    lambda sent: actions.mark_duplicate(
        **sent.known, original=_other(sent, queries.find_original), not_lex_sarah=sent.form.why_not
    ),
)
join = step(Event.JOIN, shown_forms.join, lambda sent: actions.join(**sent.known, lead=_other(sent, queries.find_case)))
leave = step(Event.LEAVE, _plain(forms.LeaveForm), lambda sent: actions.leave(**sent.known))
assign = step(
    Event.ASSIGN, shown_forms.assign, lambda sent: actions.assign(**sent.known, handler=sent.given["handler"])
)
write = step(Event.WRITE, _plain(forms.WriteForm), _write)
