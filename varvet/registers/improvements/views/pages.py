"""Reading improvements: the list, and the page of one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.improvements import queries
from varvet.registers.improvements.views import shown, shown_list, shown_record
from varvet.registers.improvements.views.shown_filters import filters_from


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    shown.require_view(request.reader)
    filters = filters_from(request.GET)
    page_ = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "improvements/list.html", shown_list.list_page(request.reader, filters, page_))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "improvements/page.html", shown_record.record_page(request.reader, improvement))
