"""The units' sheets month by month, one sheet, and the sheet on paper."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.papers import Form, Order, hand_out
from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.meetings import actions, queries
from varvet.registers.meetings.views import paper_document, shown_list, shown_paper, shown_sheet

DOCUMENT = "blad"


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.VIEW)
    return render(request, "meetings/list.html", shown_list.list_page(request.reader, request.GET))


@login_required
@require_POST
def make(request: PersonRequest) -> HttpResponse:
    try:
        made = shown_list.make(request)
    except RuleBroken as broken:
        messages.error(request, sentence_of(broken))
        return redirect("meetings:list")
    messages.success(request, _("Bladet är klart. Läs igenom det före mötet."))
    return redirect("meetings:page", made.reference)


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    meeting = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "meetings/page.html", shown_sheet.sheet_page(request.reader, meeting))


@login_required
@require_safe
def paper(request: PersonRequest, reference: str) -> HttpResponse:
    meeting = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "meetings/paper.html", shown_paper.paper_page(request, meeting))


@login_required
@require_safe
def document(request: PersonRequest, reference: str, form: Form) -> HttpResponse:
    meeting = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    made = paper_document.document(request.reader, meeting)
    return hand_out(meeting, made, Order(DOCUMENT, form), by=request.reader.user)
