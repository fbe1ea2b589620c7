"""An analysis as text for the unit's plan of operations: as a file to work on further, and as a page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.papers import Form, hand_out, note_document, paper_page
from varvet.registers.analyses.views import paper_documents


@login_required
@require_safe
def document(request: PersonRequest, reference: str, form: str) -> HttpResponse:
    analysis, order = paper_documents.asked_for(request.reader, reference, form)
    paper = paper_documents.made_for(request.reader, analysis)
    return hand_out(analysis, paper, order, by=request.reader.user)


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    analysis, order = paper_documents.asked_for(request.reader, reference, Form.PDF)
    paper = paper_documents.made_for(request.reader, analysis)
    note_document(analysis, order.document, "page", by=request.reader.user)
    pdf = reverse("analyses:document", args=[reference, order.form])
    return render(request, "analyses/paper.html", {"analysis": analysis, **paper_page(paper, pdf)})
