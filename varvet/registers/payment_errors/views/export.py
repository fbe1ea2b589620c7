"""The list as a file, as it is narrowed on the page."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.search.files import Format, answer_with
from varvet.registers.payment_errors import actions
from varvet.registers.payment_errors.views import shown_export, shown_filters


@login_required
@require_safe
def export(request: PersonRequest, form: str) -> HttpResponseBase:
    if form not in set(Format):
        raise Http404
    request.reader.require(actions.EXPORT)
    filters = shown_filters.filters_from(request.GET)
    sheet = shown_export.sheet_of(request.reader, filters)
    return answer_with(sheet, shown_export.asked_of(filters, Format(form)), by=request.reader.user)
