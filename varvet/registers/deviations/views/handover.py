"""Handing over: beginning it, and each step until it is answered or has a reason."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.ui.answers import answer
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.rules import Handing, handing_of
from varvet.registers.deviations.views import shown_handover, shown_step
from varvet.registers.deviations.views.shown_asks import Asks
from varvet.registers.deviations.views.shown_handover_asks import BEGIN, HANDING

View = Callable[[PersonRequest, str, int], HttpResponse]


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    shown_handover.check_may(request, deviation)
    form = shown_handover.begin(request, deviation)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            version, by = form.cleaned_data["version"], request.reader.user
            to = {"destination": form.chosen(), "version": version}
            begun = actions.start_hand_over(deviation=deviation, **to, by=by, now=timezone.now())
            return redirect("deviations:hand_over", deviation.reference, begun.pk)
    return shown_step.page(request, deviation, form, BEGIN.link, BEGIN)


def handover_step(
    event: Handing, make: shown_handover.Make, act: Callable[[Handover, Any, User, datetime], object]
) -> View:
    """`act` takes the hand-over, the form that was right, who and when. Sending is a kind of handing over."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str, pk: int) -> HttpResponse:
        handover = _found(request, reference, pk)
        wanted = handing_of(handover.destination) if event is Handing.HAND_OVER else event
        shown_handover.ready(request, handover, wanted)
        form = make(request, handover)
        if request.method == "POST" and form.is_valid():
            with answer(form):
                act(handover, form, request.reader.user, timezone.now())
                return _done(request, handover.deviation, HANDING[wanted])
        return shown_step.page(request, handover.deviation, form, wanted, shown_handover.says(handover, wanted))

    return view


def _found(request: PersonRequest, reference: str, pk: int) -> Handover:
    deviation = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    found: Handover = get_object_or_404(deviation.handovers.select_related("owner"), pk=pk)
    found.deviation = deviation
    return found


def _done(request: PersonRequest, deviation: Deviation, says: Asks) -> HttpResponse:
    messages.success(request, _(says.done))
    return redirect(f"{reverse('deviations:page', args=[deviation.reference])}#{shown_handover.PLACE}")


def _hand_over(handover: Handover, form: Any, by: User, now: datetime) -> None:
    version = form.cleaned_data["version"]
    actions.hand_over(handover=handover, given=form.given(), version=version, by=by, now=now)


def _note_answer(handover: Handover, form: Any, by: User, now: datetime) -> None:
    version = form.cleaned_data["version"]
    actions.note_answer_from_outside(handover=handover, returned=form.returned(), version=version, by=by, now=now)


hand_over = handover_step(Handing.HAND_OVER, shown_handover.hand_over, _hand_over)
note_answer = handover_step(Handing.NOTE_ANSWER, shown_handover.note_answer, _note_answer)
needs_no_answer = handover_step(
    Handing.NEEDS_NO_ANSWER,
    shown_handover.no_answer,
    lambda handover, form, by, now: actions.await_no_answer(handover=handover, **form.cleaned_data, by=by, now=now),
)
withdraw = handover_step(
    Handing.WITHDRAW,
    shown_handover.withdraw,
    lambda handover, form, by, now: actions.withdraw(handover=handover, **form.cleaned_data, by=by, now=now),
)
entrust = handover_step(
    Handing.ENTRUST,
    shown_handover.entrust,
    lambda handover, form, by, now: actions.entrust(handover=handover, **form.cleaned_data, by=by, now=now),
)
