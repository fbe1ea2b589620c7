"""Each step of handling one incident: a page with a form, and what is done when it is sent."""

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
from varvet.kernel.ui.answers import answer
from varvet.registers.privacy_incidents import actions, forms, queries
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Event, How, Recommendation, Ruling
from varvet.registers.privacy_incidents.views import shown_forms, shown_step
from varvet.registers.privacy_incidents.views.shown_asks import ASKS

View = Callable[[PersonRequest, str], HttpResponse]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    incident: PrivacyIncident
    form: Any  # each step knows its own form
    by: User
    now: datetime

    @property
    def given(self) -> Mapping[str, Any]:
        values: Mapping[str, Any] = self.form.cleaned_data
        return values

    @property
    def known(self) -> dict[str, Any]:
        """What every action takes."""
        return {"incident": self.incident, "version": self.given["version"], "by": self.by, "now": self.now}


def step(event: Event, form: shown_forms.Make, act: Callable[[Sent], object]) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""
    says = ASKS[event]

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        incident = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown_step.ready(request, incident, event)
        filled = form(request, incident)
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(Sent(incident, filled, request.reader.user, timezone.now()))
                messages.success(request, _(says.done))
                return redirect("privacy_incidents:page", incident.reference)
        return shown_step.page(request, incident, filled, event, says)

    return view


def _assess(sent: Sent) -> None:
    form: forms.AssessForm = sent.form
    actions.assess(**sent.known, assessment=form.assessment())


def _advise(sent: Sent) -> None:
    actions.advise(**sent.known, advice=(Recommendation(sent.given["advice"]), sent.given["text"]))


def _decide(sent: Sent) -> None:
    form: forms.DecideForm = sent.form
    actions.decide(**sent.known, decision=form.decision())


def _notify(sent: Sent) -> None:
    given = sent.given
    notice = actions.Notice(
        sent_at=given["sent_at"],
        sent_by=given["sent_by"],
        number=given["number"],
        more_follows=given["more_follows"],
        why_late=given["why_late"],
    )
    actions.notify(**sent.known, notice=notice)


def _supplement(sent: Sent) -> None:
    given = sent.given
    actions.supplement(**sent.known, addition=actions.Addition(given["sent_on"], given["text"], given["last"]))


def _inform(sent: Sent) -> None:
    given = sent.given
    actions.inform(**sent.known, told=actions.Informed(given["on"], How(given["how"]), given["text"]))


def _write_ruling(sent: Sent) -> None:
    given = sent.given
    answered = actions.Answered(Ruling(given["ruling"]), given["ruled_on"], given["number"], given["text"])
    actions.write_ruling(**sent.known, answered=answered)


def _close(sent: Sent) -> None:
    closing = actions.Closing(sent.given["done"], sent.given.get("feedback", ""))
    actions.close(**sent.known, closing=closing)


def _follow_up(sent: Sent) -> None:
    actions.follow_up(**sent.known, plan=(sent.given["plan"], sent.given["due_on"]))


def _write(sent: Sent) -> None:
    actions.write(**sent.known, said=(Part(sent.given["part"]), sent.given["text"]))


assess = step(Event.ASSESS, shown_forms.assess, _assess)
advise = step(Event.ADVISE, shown_forms.plain(forms.AdviseForm), _advise)
decide = step(Event.DECIDE, shown_forms.decide, _decide)
notify = step(Event.NOTIFY, shown_forms.notify, _notify)
supplement = step(Event.SUPPLEMENT, shown_forms.dated(forms.SupplementForm, "sent_on"), _supplement)
inform = step(Event.INFORM, shown_forms.dated(forms.InformForm, "on"), _inform)
ruling = step(Event.RULING, shown_forms.dated(forms.RulingForm, "ruled_on"), _write_ruling)
follow_up = step(Event.FOLLOW_UP, shown_forms.plain(forms.FollowUpForm), _follow_up)
close = step(Event.CLOSE, shown_forms.close, _close)
dismiss = step(
    Event.DISMISS,
    shown_forms.plain(forms.DismissForm),
    lambda sent: actions.dismiss(**sent.known, reason=sent.given["reason"]),
)
reopen = step(
    Event.REOPEN,
    shown_forms.plain(forms.ReopenForm),
    lambda sent: actions.reopen(**sent.known, reason=sent.given["reason"]),
)
assign = step(
    Event.ASSIGN, shown_forms.assign, lambda sent: actions.assign(**sent.known, handler=sent.given["handler"])
)
write = step(Event.WRITE, shown_forms.plain(forms.WriteForm), _write)
