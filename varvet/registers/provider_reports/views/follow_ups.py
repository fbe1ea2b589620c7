"""One follow-up of a report: the provider's answer, and how it went."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer as answered
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.provider_reports import actions, forms, queries
from varvet.registers.provider_reports.models import FollowUp, ProviderReport
from varvet.registers.provider_reports.rules import Event
from varvet.registers.provider_reports.views import shown_forms, shown_step
from varvet.registers.provider_reports.views.shown_asks import ASKS

View = Callable[[PersonRequest, str, int], HttpResponse]


def _step(event: Event, form: type[VersionedForm], act: Callable[..., object]) -> View:
    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str, pk: int) -> HttpResponse:
        report = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown_step.ready(request, report, event)
        found, filled = _found(report, pk), shown_forms.today(form)(request, report)
        if request.method == "POST" and filled.is_valid():
            with answered(filled):
                act(follow_up=found, **_known(request, filled))
                messages.success(request, _(ASKS[event].done))
                return shown_step.after(request, report)
        return shown_step.page(request, report, filled, event)

    return view


def _found(report: ProviderReport, pk: int) -> FollowUp:
    found = queries.find_follow_up(report, pk)
    if found is None:
        raise Http404
    return found


def _known(request: PersonRequest, form: VersionedForm) -> dict[str, Any]:
    given = form.cleaned_data
    content = actions.Came(given["words"], given["on"])
    return {"content": content, "version": given["version"], "by": request.reader.user, "now": timezone.now()}


answer = _step(Event.ANSWER, forms.AnswerForm, actions.note_answer)
finish = _step(Event.FINISH, forms.FinishForm, actions.finish_follow_up)
