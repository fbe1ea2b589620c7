"""Handling feedback: the list, the page of one, what was added marked as read, and a code to hand out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.search.files import answer_with
from varvet.registers.feedback import actions, queries
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.views import shown_code, shown_export, shown_filters, shown_list, shown_record
from varvet.registers.feedback.views.shown_asks import READ_DONE


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(queries.SEE)
    filters = shown_filters.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "feedback/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def export(request: PersonRequest, form: str) -> HttpResponseBase:
    request.reader.require(queries.EXPORT)
    filters = shown_filters.filters_from(request.GET)
    sheet = shown_export.sheet_of(request.reader, filters)
    return answer_with(sheet, shown_export.asked_of(filters, shown_export.format_of(form)), by=request.reader.user)


@login_required
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    return render(request, "feedback/mine.html", {"rows": shown_list.my_rows(request.reader)})


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    feedback = _visible(request, reference)
    return render(request, "feedback/page.html", shown_record.record_page(request.reader, feedback))


@login_required
@require_POST
def read(request: PersonRequest, reference: str) -> HttpResponse:
    feedback = _visible(request, reference)
    version = shown_code.version_sent(request)
    actions.note_read(feedback=feedback, version=version, by=request.reader.user, now=timezone.now())
    messages.success(request, _(READ_DONE))
    return redirect("feedback:page", reference)


@never_cache
@login_required
def give_code(request: PersonRequest, reference: str) -> HttpResponse:
    """The code is shown in the answer to the form and never again."""
    feedback = _visible(request, reference)
    form = shown_code.form_of(request, feedback)
    if request.method == "POST" and form.is_valid():
        return shown_code.hand_out(request, feedback, form)
    return shown_code.page(request, feedback, form)


def _visible(request: PersonRequest, reference: str) -> Feedback:
    return get_object_or_404(queries.visible_to(request.reader), reference=reference)
