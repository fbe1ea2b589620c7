"""Proposals and IVO's questions one by one: answered, taken back; and the case as only its proposals show it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import actions, forms, queries
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.views import asks_deciding, shown_proposals, shown_step
from varvet.registers.lex_sarah.views.asks import Asks
from varvet.registers.lex_sarah.views.step import Sent, done

View = Callable[[PersonRequest, str, int], HttpResponse]


def numbered(asks: Asks, form: type[VersionedForm], act: Callable[[Sent, int], object]) -> View:
    """As a step, for one numbered thing of a case."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str, number: int) -> HttpResponse:
        case = _visible(request, reference)
        shown_step.ready(request, case, asks)
        filled = form(request.POST or None, initial={"version": case.version})
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(Sent(case, filled, request.reader, timezone.now()), number)
                return done(request, case, asks)
        return shown_step.page(request, case, filled, asks)

    return view


def _remove(sent: Sent, number: int) -> None:
    actions.remove_proposal(**sent.known, number=number)


def _answer(sent: Sent, number: int) -> None:
    actions.answer_authority(**sent.known, number=number, answer=sent.given["answer"])


remove_proposal = numbered(asks_deciding.REMOVE_PROPOSAL, forms.RemoveProposalForm, _remove)
answer_authority = numbered(asks_deciding.ANSWER, forms.AnswerForm, _answer)


@login_required
@require_safe
def proposals(request: PersonRequest, reference: str) -> HttpResponse:
    case = _visible(request, reference)
    return render(request, "lex_sarah/proposals.html", shown_proposals.page(request.reader, case))


@login_required
@require_http_methods(["GET", "POST"])
def respond(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    case = _visible(request, reference)
    shown_proposals.require(request.reader, case, number)
    form = forms.RespondForm(request.POST or None, initial={"version": case.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            return _respond(request, case, number, form)
    context = shown_proposals.respond(request.reader, case, number, form)
    return render(request, "lex_sarah/respond.html", context, status=refused(form))


def _respond(request: PersonRequest, case: LexSarah, number: int, form: forms.RespondForm) -> HttpResponse:
    known: dict[str, Any] = {"version": form.cleaned_data["version"], "by": request.reader.user, "now": timezone.now()}
    actions.respond(case=case, number=number, response=form.response(), **known)
    messages.success(request, said(shown_proposals.ANSWERED))
    return redirect("lex_sarah:proposals", case.reference)


@login_required
@require_safe
def sent(request: PersonRequest, reference: str) -> HttpResponse:
    case = _visible(request, reference)
    report = queries.read_sent(request.reader, case)
    if report is None:
        raise Http404
    return render(request, "lex_sarah/sent.html", shown_proposals.sent_page(case, report))


def _visible(request: PersonRequest, reference: str) -> LexSarah:
    return get_object_or_404(queries.visible_to(request.reader), reference=reference)
