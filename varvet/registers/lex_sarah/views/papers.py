"""A case's documents: the investigation, what IVO is told, and the summary for an inspector."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.files.shown import download
from varvet.kernel.ui.papers import hand_out, note_document, paper_page
from varvet.registers.lex_sarah import queries
from varvet.registers.lex_sarah.views import shown_papers


@login_required
@require_safe
def document(request: PersonRequest, reference: str, name: str, form: str) -> HttpResponse:
    case, order = shown_papers.asked_for(request.reader, reference, name, form)
    return hand_out(case, shown_papers.made_for(request.reader, case, name), order, by=request.reader.user)


@login_required
@require_safe
def sent_file(request: PersonRequest, reference: str) -> HttpResponse:
    case = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    file = queries.read_document(request.reader, case)
    if file is None:
        raise Http404
    return download(file)


@login_required
@require_safe
def summary(request: PersonRequest, reference: str) -> HttpResponse:
    case, order = shown_papers.asked_for(request.reader, reference, shown_papers.SUMMARY, "pdf")
    paper = shown_papers.made_for(request.reader, case, order.document)
    note_document(case, order.document, "page", by=request.reader.user)
    pdf = reverse("lex_sarah:document", args=[reference, order.document, order.form])
    return render(request, "lex_sarah/inspector.html", {"case": case, **paper_page(paper, pdf)})
