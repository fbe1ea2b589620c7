"""The pages of a sheet's steps."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import month_and_year
from varvet.registers.meetings import actions, forms, queries, rules
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.rules import Event
from varvet.registers.meetings.views.shown_asks import ASKS, HAPPENED

Make = Callable[[PersonRequest, Meeting], VersionedForm]


def plain(form: type[VersionedForm]) -> Make:
    return lambda request, meeting: form(request.POST or None, initial={"version": meeting.version})


def hold_form(request: PersonRequest, meeting: Meeting) -> forms.HoldForm:
    """Begins with today, or with the last day of the month that was."""
    day = min(request.reader.today, rules.end_of(meeting.month))
    start = {"version": meeting.version, "held_on": day.isoformat()}
    return forms.HoldForm(request.POST or None, initial=start)


def ask_form(request: PersonRequest, meeting: Meeting) -> forms.AskForm:
    start = {"version": meeting.version, "question": meeting.question}
    return forms.AskForm(request.POST or None, initial=start)


def assign_form(request: PersonRequest, meeting: Meeting) -> forms.AssignForm:
    able = queries.list_able(meeting.unit, request.reader.today)
    start = {"version": meeting.version, "responsible": meeting.responsible_id}
    return forms.AssignForm(request.POST or None, able=able, initial=start)


def ready(request: PersonRequest, meeting: Meeting, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    actions.check_may(meeting, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(event, meeting.status)


def step_page(
    request: PersonRequest, meeting: Meeting, form: VersionedForm, event: Event, about: str = ""
) -> HttpResponse:
    """`about` is what of the sheet the step is about."""
    current = queries.visible_to(request.reader).get(pk=meeting.pk)
    context = {"form": form, "says": ASKS[event], "step_name": form.step_name or said(ASKS[event].link), "about": about}
    context["meeting"], context["month"] = current, month_and_year(current.month)
    context["meanwhile"] = meanwhile(form, current, HAPPENED)
    return render(request, "meetings/step.html", context, status=refused(form))
