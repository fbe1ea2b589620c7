"""What is done to one cause: a reason for no measure, or that it was no cause."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.deviations import actions, forms, queries
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Event
from varvet.registers.deviations.views import shown_step
from varvet.registers.deviations.views.shown_asks import EXCUSE, REMOVE, Asks

View = Callable[[PersonRequest, str, int], HttpResponse]


def cause_step(form: type[VersionedForm], act: Callable[..., object], says: Asks) -> View:
    """`act` takes the cause, what the form gave, and who and when."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str, pk: int) -> HttpResponse:
        deviation = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        cause = get_object_or_404(deviation.causes, pk=pk)
        shown_step.ready(request, deviation, Event.CAUSES)
        filled = form(request.POST or None, initial={"version": deviation.version})
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(cause=cause, **filled.cleaned_data, by=request.reader.user, now=timezone.now())
                return _done(request, deviation, says)
        return shown_step.page(request, deviation, filled, Event.CAUSES, says)

    return view


def _done(request: PersonRequest, deviation: Deviation, says: Asks) -> HttpResponse:
    messages.success(request, _(says.done))
    return redirect("deviations:page", deviation.reference)


excuse = cause_step(forms.ExcuseForm, actions.excuse_cause, EXCUSE)
remove_cause = cause_step(forms.RemoveCauseForm, actions.remove_cause, REMOVE)
