"""A line of the sheet: raised with one tap, or answered with why and a note."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.registers.meetings import actions
from varvet.registers.meetings.rules import Event
from varvet.registers.meetings.views import shown_line as shown
from varvet.registers.meetings.views import shown_step
from varvet.registers.meetings.views.shown_asks import ASKS
from varvet.registers.meetings.views.steps import change_of


@login_required
@require_http_methods(["GET", "POST"])
def answer_line(request: PersonRequest, reference: str, line: int) -> HttpResponse:
    asked = shown.asked(request, reference, line)
    form = shown.answer_form(request, asked)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.answer(change_of(request, asked.meeting, form.cleaned_data["version"]), form.answer(line))
            messages.success(request, _(ASKS[Event.ANSWER].done))
            return redirect(f"{reverse('meetings:page', args=[reference])}#punkt-{line}")
    return shown_step.step_page(request, asked.meeting, form, Event.ANSWER, asked.called)


@login_required
@require_POST
def raise_line(request: PersonRequest, reference: str, line: int) -> HttpResponse:
    """Ticking two lines at once, each on a phone, is no conflict; the same line answered in two ways is."""
    asked = shown.asked(request, reference, line)
    if asked.line.outcome != request.POST.get("was", ""):
        messages.warning(request, _("Någon annan har svarat på punkten. Läs svaret innan du ändrar det."))
        return redirect("meetings:answer", reference, line)
    actions.answer(change_of(request, asked.meeting, asked.meeting.version), shown.raised(line))
    return redirect(f"{reverse('meetings:page', args=[reference])}#punkt-{line}")
