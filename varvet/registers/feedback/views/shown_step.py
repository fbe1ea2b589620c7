"""A step's page: the record as it is now beside the form, and what others did while it was open."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.models import Record
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.registers.feedback import actions, queries, rules
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.rules import Event
from varvet.registers.feedback.views import shown_replies
from varvet.registers.feedback.views.shown_asks import ASKS, HAPPENED
from varvet.registers.feedback.views.shown_missing import missing_of
from varvet.registers.feedback.views.shown_record import words_of
from varvet.registers.feedback.views.shown_steps import step_of

WITH_REPLIES = frozenset({Event.ANSWER, Event.ASK})
TEMPLATES = {Event.CLOSE: "feedback/close.html", Event.JOIN: "feedback/join.html"} | dict.fromkeys(
    WITH_REPLIES, "feedback/reply_step.html"
)


def ready(request: PersonRequest, feedback: Feedback, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    check_within(feedback, actions.HANDLE, actions.EXCLUDED, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_event(event, feedback.status)


def page(request: PersonRequest, feedback: Feedback, form: VersionedForm, event: Event) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=feedback.pk)
    context = {
        "form": form,
        "says": ASKS[event],
        "step_name": form.step_name,
        "feedback": current,
        "status_label": rules.STATUS_LABELS[current.status],
        "step": step_of(current.status),
        "meanwhile": meanwhile(form, current, HAPPENED),
        "replies": shown_replies.offers(current) if event in WITH_REPLIES else [],
        "missing": missing_of(current) if event is Event.CLOSE else [],
        **words_of(request.reader, current),
    }
    return render(request, TEMPLATES.get(event, "feedback/step.html"), context, status=refused(form))


def after(request: PersonRequest, record: Record) -> HttpResponse:
    """Back to the record; to the list when it is no longer the person's to see."""
    if queries.visible_to(request.reader).filter(pk=record.pk).exists():
        return redirect("feedback:page", record.reference)
    return redirect("feedback:list")


def done_of(event: Event) -> str:
    return _(ASKS[event].done)
