"""A code that is handed to somebody: made on request, shown once, on a slip to print or copy."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.feedback import actions, forms, queries
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.rules import Event
from varvet.registers.feedback.views.shown_asks import ASKS


def form_of(request: PersonRequest, feedback: Feedback) -> forms.GiveCodeForm:
    """For those who handle it, and for whoever has just noted it."""
    if feedback.opened_by_id != request.reader.user.pk:
        check(request.reader.user, actions.HANDLE, feedback.unit, today=request.reader.today)
    return forms.GiveCodeForm(request.POST or None, initial={"version": feedback.version})


def hand_out(request: PersonRequest, feedback: Feedback, form: forms.GiveCodeForm) -> HttpResponse:
    code = ""
    with answer(form):
        version, by = form.cleaned_data["version"], request.reader.user
        code = actions.give_code(feedback=feedback, version=version, by=by, now=timezone.now())
    if not code:
        return page(request, feedback, form)
    return render(request, "feedback/code.html", _slip(request, feedback, code))


def page(request: PersonRequest, feedback: Feedback, form: forms.GiveCodeForm) -> HttpResponse:
    says = ASKS[Event.GIVE_CODE]
    context = {"form": form, "feedback": feedback, "says": says, "step_name": form.step_name}
    return render(request, "feedback/give_code.html", context, status=refused(form))


def _slip(request: PersonRequest, feedback: Feedback, code: str) -> dict[str, object]:
    due = queries.read_answer_by(feedback) if queries.waits(feedback) else None
    address = request.build_absolute_uri(reverse("feedback:follow"))
    return {"feedback": feedback, "code": code, "due": due, "address": address}


def version_sent(request: PersonRequest) -> int:
    """The version the page was opened on: a newer one has something that nobody has read."""
    form = forms.ReadForm(request.POST)
    return int(form.cleaned_data["version"]) if form.is_valid() else -1
