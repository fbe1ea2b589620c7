"""Each step of handling one risk: a page with a form, and what is done when it is sent."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.registers.risks import actions, forms, queries, rules
from varvet.registers.risks.actions import Change
from varvet.registers.risks.models import Risk
from varvet.registers.risks.rules import Event
from varvet.registers.risks.views.shown_asks import ASKS, HAPPENED
from varvet.registers.risks.views.shown_record import described

View = Callable[[PersonRequest, str], HttpResponse]
Make = Callable[[PersonRequest, Risk], Any]  # each step knows its own form
Act = Callable[[Any, Change, PersonRequest], object]  # the form, what every action takes, and who asks
NO_RECORD = marked("Du kan inte öppna något ärende med det numret.")


def step(event: Event, make: Make, act: Act) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        risk = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        _ready(request, risk, event)
        form = make(request, risk)
        if request.method == "POST" and form.is_valid():
            with answer(form):
                act(form, _change(request, risk, form), request)
                messages.success(request, _(ASKS[event].done))
                return redirect("risks:page", risk.reference)
        return _shown(request, risk, form, event)

    return view


def _ready(request: PersonRequest, risk: Risk, event: Event) -> None:
    actions.check_may(risk, event, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(event, risk.status)


def _change(request: PersonRequest, risk: Risk, form: VersionedForm) -> Change:
    return Change(risk, form.cleaned_data["version"], request.reader.user, timezone.now())


def _shown(request: PersonRequest, risk: Risk, form: VersionedForm, event: Event) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=risk.pk)
    context = {"form": form, "says": ASKS[event], "step_name": form.step_name, "risk": current}
    context["told"] = described(queries.read_narratives(request.reader, current)) if event != Event.DESCRIBE else []
    context["meanwhile"] = meanwhile(form, current, HAPPENED)
    return render(request, "risks/step.html", context, status=refused(form))


def _plain(form: type[VersionedForm]) -> Make:
    return lambda request, risk: form(request.POST or None, initial={"version": risk.version})


def _assess(request: PersonRequest, risk: Risk) -> forms.AssessForm:
    start = {**_reviewed(request, risk), "score": forms.chosen_of(risk.score)}
    return forms.AssessForm(request.POST or None, initial=start)


def _treat(request: PersonRequest, risk: Risk) -> forms.TreatForm:
    start = {**_reviewed(request, risk), "score": forms.chosen_of(risk.residual)}
    return forms.TreatForm(request.POST or None, initial=start)


def _review(request: PersonRequest, risk: Risk) -> forms.ReviewForm:
    return forms.ReviewForm(request.POST or None, initial=_reviewed(request, risk))


def _reviewed(request: PersonRequest, risk: Risk) -> dict[str, object]:
    return {"version": risk.version, "review_on": actions.latest_review(risk, request.reader.today)}


def _accept(request: PersonRequest, risk: Risk) -> forms.AcceptForm:
    start = {"version": risk.version, "until": actions.latest_acceptance(risk, request.reader.today)}
    return forms.AcceptForm(request.POST or None, initial=start)


def _describe(request: PersonRequest, risk: Risk) -> forms.DescribeForm:
    """Begins with what is saved, so that what somebody else has changed meanwhile can be shown."""
    said = {word.part: word.text for word in described(queries.read_narratives(request.reader, risk))}
    start: dict[str, object] = {name: getattr(risk, name) for name in ("name", "occasion", "process", "routine")}
    texts = {name: said.get(part, "") for name, part in forms.TEXTS.items()}
    return forms.DescribeForm(request.POST or None, initial={**start, **texts, "version": risk.version})


def _assign(request: PersonRequest, risk: Risk) -> forms.AssignForm:
    people = queries.list_able(risk.unit, request.reader.today)
    return forms.AssignForm(
        request.POST or None, people=people, initial={"version": risk.version, "owner": risk.owner_id}
    )


def _occur(form: forms.OccurForm, change: Change, request: PersonRequest) -> object:
    record = queries.find_record(request.reader, form.cleaned_data["reference"])
    if record is None:
        raise RuleBroken("risk.record.none", NO_RECORD, field="reference")
    return actions.occur(change, record, form.cleaned_data["words"])


def _untie_form(request: PersonRequest, risk: Risk) -> forms.UntieForm:
    tied = queries.came_true(request.reader, queries.list_happenings(risk)).seen
    names = [record.reference for record in tied]
    return forms.UntieForm(request.POST or None, tied=names, initial={"version": risk.version})


def _untie(form: forms.UntieForm, change: Change, request: PersonRequest) -> object:
    record = queries.find_record(request.reader, form.cleaned_data["tied"])
    if record is None:
        raise RuleBroken("risk.record.none", NO_RECORD, field="tied")
    return actions.untie(change, record, form.cleaned_data["reason"])


def _with(act: Callable[..., object], *names: str) -> Act:
    """The action with these fields of the form, in this order."""
    return lambda form, change, _request: act(change, *(form.cleaned_data[name] for name in names))


assess = step(Event.ASSESS, _assess, lambda form, change, _r: actions.assess(change, form.assessment()))
treat = step(Event.TREAT, _treat, lambda form, change, _r: actions.treat(change, form.assessment()))
describe = step(Event.DESCRIBE, _describe, lambda form, change, _r: actions.describe(change, form.told()))
review = step(Event.REVIEW, _review, _with(actions.review, "words", "review_on"))
accept = step(Event.ACCEPT, _accept, _with(actions.accept, "until", "reason"))
occur = step(Event.OCCUR, _plain(forms.OccurForm), _occur)
untie = step(Event.UNTIE, _untie_form, _untie)
assign = step(Event.ASSIGN, _assign, _with(actions.assign, "owner"))
close = step(Event.CLOSE, _plain(forms.ReasonForm), _with(actions.close, "reason"))
reopen = step(Event.REOPEN, _plain(forms.ReasonForm), _with(actions.reopen, "reason"))
