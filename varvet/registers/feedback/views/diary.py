"""The registrar's desk: what waits to be registered, numbers entered in a row, and the list as a file."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.search.files import answer_with
from varvet.registers.feedback import queries
from varvet.registers.feedback.views import shown_diary, shown_export


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(queries.DIARY)
    filters = shown_diary.filters_from(request.GET)
    return render(request, "feedback/diary.html", shown_diary.page(request.reader, filters))


@login_required
@require_POST
def register(request: PersonRequest, reference: str) -> HttpResponse:
    feedback = shown_diary.find(request.reader, reference)
    shown_diary.register(request, feedback)
    messages.success(request, _("Det är noterat som diariefört."))
    return redirect(shown_diary.back(request))


@login_required
@require_safe
def export(request: PersonRequest, form: str) -> HttpResponseBase:
    request.reader.require(queries.DIARY)
    filters, chosen = shown_diary.filters_from(request.GET), shown_export.format_of(form)
    sheet = shown_diary.sheet_of(request.reader, filters)
    return answer_with(sheet, shown_diary.asked_of(filters, chosen), by=request.reader.user)
