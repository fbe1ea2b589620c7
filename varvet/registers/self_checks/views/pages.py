"""Reading self-checks: the list, and the page of a round."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.views import shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    shown.require_view(request.reader)
    filters = shown.filters_from(request.GET)
    page_ = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "self_checks/list.html", shown.list_page(request.reader, filters, page_))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "self_checks/page.html", shown.record_page(request.reader, round_))
