"""The improvements in other ways: as a board, along time, and as a file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.search.files import Format, answer_with
from varvet.registers.improvements import queries
from varvet.registers.improvements.views import shown, shown_export, shown_overview
from varvet.registers.improvements.views.shown_filters import every_state, filters_from


@login_required
@require_safe
def board(request: PersonRequest) -> HttpResponse:
    shown.require_view(request.reader)
    page = shown_overview.board_page(request.reader, every_state(request.GET))
    return render(request, "improvements/board.html", page)


@login_required
@require_safe
def timeline(request: PersonRequest) -> HttpResponse:
    shown.require_view(request.reader)
    page = shown_overview.timeline_page(request.reader, every_state(request.GET))
    return render(request, "improvements/timeline.html", page)


@login_required
@require_safe
def export(request: PersonRequest, form: str) -> HttpResponseBase:
    if form not in set(Format):
        raise Http404
    request.reader.require(queries.EXPORT)
    filters = filters_from(request.GET)
    sheet = shown_export.sheet_of(request.reader, filters)
    return answer_with(sheet, shown_export.asked_of(filters, Format(form)), by=request.reader.user)
