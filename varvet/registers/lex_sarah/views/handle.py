"""Handling lex Sarah: the list, and the page of one case."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.lex_sarah import queries
from varvet.registers.lex_sarah.views import shown_list, shown_record


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require("lex_sarah.view")
    filters = shown_list.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "lex_sarah/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    case = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    if queries.is_only_addressed(request.reader, case):
        return redirect("lex_sarah:proposals", reference)
    if not queries.handles(request.reader, case):
        return redirect("lex_sarah:my_report", reference)
    return render(request, "lex_sarah/page.html", shown_record.record_page(request.reader, case, request.GET))
