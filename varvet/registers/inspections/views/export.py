"""The list as a file, as it is narrowed on the page; and an inspection's questions with their answers."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.reading import note_reading
from varvet.kernel.search.files import Asked, Format, answer_with
from varvet.registers.inspections import actions, queries
from varvet.registers.inspections.models import KIND
from varvet.registers.inspections.views import shown_export, shown_filters


@login_required
@require_safe
def export(request: PersonRequest, form: str) -> HttpResponseBase:
    if form not in set(Format):
        raise Http404
    request.reader.require(actions.EXPORT)
    filters = shown_filters.filters_from(request.GET)
    sheet = shown_export.sheet_of(request.reader, filters)
    return answer_with(sheet, shown_export.asked_of(filters, Format(form)), by=request.reader.user)


@login_required
@require_safe
def questions(request: PersonRequest, reference: str) -> HttpResponseBase:
    inspection = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    actions.check_may(inspection, by=request.reader.user, today=request.reader.today)
    note_reading(inspection, "questions", by=request.reader.user)
    sheet = shown_export.question_sheet(request.reader, inspection)
    asked = Asked(KIND, {"fragor": inspection.reference}, Format.XLSX, inspection.unit_id)
    return answer_with(sheet, asked, by=request.reader.user)
