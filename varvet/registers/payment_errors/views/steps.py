"""Each step of handling one record: a page with a form, and what is done when it is sent."""

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
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.registers.payment_errors import actions, forms, queries, rules
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.rules import Event
from varvet.registers.payment_errors.views.shown_asks import ASKS, HAPPENED

View = Callable[[PersonRequest, str], HttpResponse]
Make = Callable[[PersonRequest, PaymentError], Any]  # each step knows its own form
Act = Callable[[Any, dict[str, Any]], object]  # the form, and what every action takes


def step(event: Event, make: Make, act: Act) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        error = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        _ready(request, error, event)
        form = make(request, error)
        if request.method == "POST" and form.is_valid():
            with answer(form):
                act(form, _known(request, error, form))
                messages.success(request, _(ASKS[event].done))
                return redirect("payment_errors:page", error.reference)
        return _shown(request, error, form, event)

    return view


def _ready(request: PersonRequest, error: PaymentError, event: Event) -> None:
    actions.check_may(error, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(event, error.status)


def _known(request: PersonRequest, error: PaymentError, form: VersionedForm) -> dict[str, Any]:
    version = form.cleaned_data["version"]
    return {"error": error, "version": version, "by": request.reader.user, "now": timezone.now()}


def _shown(request: PersonRequest, error: PaymentError, form: VersionedForm, event: Event) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=error.pk)
    context = {"form": form, "says": ASKS[event], "step_name": form.step_name, "error": current}
    context["words"] = queries.read_narratives(request.reader, current)
    context["meanwhile"] = meanwhile(form, current, HAPPENED)
    return render(request, "payment_errors/step.html", context, status=refused(form))


def _plain(form: type[VersionedForm]) -> Make:
    return lambda request, error: form(request.POST or None, initial={"version": error.version})


def _finding(request: PersonRequest, error: PaymentError) -> forms.FindingForm:
    return forms.FindingForm(request.POST or None, initial={"version": error.version})


def _reclaim(request: PersonRequest, error: PaymentError) -> forms.ReclaimForm:
    """Begins with what was wrong, as that is what most ask back."""
    start = {"version": error.version, "answer": error.reclaim, "amount": error.reclaimed or error.amount}
    return forms.ReclaimForm(request.POST or None, initial=start)


def _police(request: PersonRequest, error: PaymentError) -> forms.PoliceForm:
    start = {"version": error.version, "answer": error.police}
    return forms.PoliceForm(request.POST or None, initial=start)


def _assign(request: PersonRequest, error: PaymentError) -> forms.AssignForm:
    people = queries.list_able(error, request.reader.today)
    start = {"version": error.version, "handler": error.handler_id}
    return forms.AssignForm(request.POST or None, people=people, initial=start)


def _reason(act: Callable[..., object]) -> Act:
    return lambda form, known: act(**known, reason=form.cleaned_data["reason"])


def _known_only(act: Callable[..., object]) -> Act:
    return lambda _form, known: act(**known)


begin = step(Event.OPEN, _plain(forms.Plain), _known_only(actions.begin_investigation))
dismiss = step(Event.DISMISS, _plain(forms.ReasonForm), _reason(actions.dismiss))
leave = step(Event.LEAVE, _plain(forms.ReasonForm), _reason(actions.leave))
complete = step(Event.COMPLETE, _finding, lambda form, known: actions.complete(**known, finding=form.finding()))
reclaim = step(Event.RECLAIM, _reclaim, lambda form, known: actions.decide_reclaim(**known, decided=form.decided()))
police = step(Event.POLICE, _police, lambda form, known: actions.decide_police(**known, decided=form.decided()))
close = step(Event.CLOSE, _plain(forms.Plain), _known_only(actions.close))
reopen = step(Event.REOPEN, _plain(forms.ReasonForm), _reason(actions.reopen))
assign = step(Event.ASSIGN, _assign, lambda form, known: actions.assign(**known, handler=form.cleaned_data["handler"]))
note = step(
    Event.NOTE, _plain(forms.NoteForm), lambda form, known: actions.note(**known, words=form.cleaned_data["words"])
)
