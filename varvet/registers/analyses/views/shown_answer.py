"""The page of one question: its figures beside it, the last answer, and what others wrote meanwhile."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.meanwhile import Meanwhile, differences_of
from varvet.registers.analyses import actions, forms, queries, rules
from varvet.registers.analyses.models import Analysis, Answer
from varvet.registers.analyses.rules import Event
from varvet.registers.analyses.views import shown_sheet


def found(request: PersonRequest, reference: str, number: int) -> tuple[Analysis, Answer]:
    """Http404 where there is no such question for the reader, NotAllowed for who only reads."""
    analysis: Analysis = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    actions.check_may(analysis, Event.ANSWER, by=request.reader.user, today=request.reader.today)
    answer = queries.find_answer(request.reader, analysis, number)
    if answer is None:
        raise Http404
    if request.method != "POST":
        rules.check_now(Event.ANSWER, analysis.status)
    return analysis, answer


def page(request: PersonRequest, analysis: Analysis, answer: Answer, form: forms.AnswerForm) -> HttpResponse:
    """Where somebody saved an answer first, both stand beside each other."""
    stale = Meanwhile([], differences_of(form)) if form.stale else None
    context = {"form": form, "step_name": form.step_name, "meanwhile": stale}
    beside = _beside(request.reader, analysis, answer)
    return render(request, "analyses/answer.html", context | beside, status=refused(form))


def _beside(reader: Reader, analysis: Analysis, answer: Answer) -> dict[str, object]:
    parts = shown_sheet.parts_of(queries.read_whole(reader, analysis).sheet)
    return {
        "analysis": analysis,
        "answer": answer,
        "before": queries.answers_before(reader, analysis).get((answer.source, answer.code), ""),
        "part": next((part for part in parts if part.kind == answer.source), None),
        "heads": shown_sheet.heads_of(analysis),
    }


def back(analysis: Analysis, answer: Answer) -> HttpResponse:
    """To the question on the analysis's page."""
    return redirect(f"{reverse('analyses:page', args=[analysis.reference])}#fraga-{answer.number}")
