"""An inspection as a document for the board, and its questions with their answers: as a file, and as a page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.papers import Form, hand_out, note_document, paper_page
from varvet.registers.inspections.views import paper_documents


@login_required
@require_safe
def document(request: PersonRequest, reference: str, name: str, form: str) -> HttpResponse:
    inspection, order = paper_documents.asked_for(request.reader, reference, name, form)
    paper = paper_documents.made_for(request.reader, inspection, name)
    return hand_out(inspection, paper, order, by=request.reader.user)


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    inspection, order = paper_documents.asked_for(request.reader, reference, paper_documents.SUMMARY, Form.PDF)
    paper = paper_documents.made_for(request.reader, inspection, order.document)
    note_document(inspection, order.document, "page", by=request.reader.user)
    pdf = reverse("inspections:document", args=[reference, order.document, order.form])
    return render(request, "inspections/paper.html", {"inspection": inspection, **paper_page(paper, pdf)})
