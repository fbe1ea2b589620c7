"""What is done to one cause or one event of an investigation."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.lex_sarah import actions, forms, queries
from varvet.registers.lex_sarah.models import CaseEvent, Cause
from varvet.registers.lex_sarah.views import asks_investigating as asks
from varvet.registers.lex_sarah.views import shown_forms, shown_step
from varvet.registers.lex_sarah.views.asks import Asks
from varvet.registers.lex_sarah.views.step import done

View = Callable[[PersonRequest, str, int], HttpResponse]
Part = Cause | CaseEvent
Make = Callable[[PersonRequest, Any], VersionedForm]  # of the part in question


def part_step(says: Asks, part: type[Part], form: Make, act: Callable[..., object]) -> View:
    """`act` takes the part, the form that was right, and who and when."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str, pk: int) -> HttpResponse:
        case = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        found = get_object_or_404(part, case=case, pk=pk)
        shown_step.ready(request, case, says)
        filled = form(request, found)
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(found, filled, by=request.reader.user, now=timezone.now())
                return done(request, case, says)
        return shown_step.page(request, case, filled, says)

    return view


def _plain(form: type[VersionedForm]) -> Make:
    return lambda request, part: form(request.POST or None, initial={"version": part.case.version})


def _excuse(cause: Cause, form: Any, **known: Any) -> None:
    given = form.cleaned_data
    actions.excuse_cause(cause=cause, reason=given["reason"], version=given["version"], **known)


def _remove_cause(cause: Cause, form: Any, **known: Any) -> None:
    actions.remove_cause(cause=cause, version=form.cleaned_data["version"], **known)


def _change(event: CaseEvent, form: forms.EventForm, **known: Any) -> None:
    actions.change_event(event=event, content=form.happening(), version=form.cleaned_data["version"], **known)


def _remove_event(event: CaseEvent, form: Any, **known: Any) -> None:
    actions.remove_event(event=event, version=form.cleaned_data["version"], **known)


excuse = part_step(asks.EXCUSE, Cause, _plain(forms.ExcuseForm), _excuse)
remove_cause = part_step(asks.REMOVE_CAUSE, Cause, _plain(forms.RemoveForm), _remove_cause)
change_event = part_step(asks.CHANGE_EVENT, CaseEvent, shown_forms.event_again, _change)
remove_event = part_step(asks.REMOVE_EVENT, CaseEvent, _plain(forms.RemoveForm), _remove_event)
