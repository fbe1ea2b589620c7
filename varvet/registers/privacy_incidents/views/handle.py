"""Handling privacy incidents: the list, the page of one, and one on paper."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.privacy_incidents import queries
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.views import shown_list, shown_record, shown_sheet


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(queries.VIEW)
    filters = shown_list.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "privacy_incidents/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    incident = _visible(request, reference)
    return render(request, "privacy_incidents/page.html", shown_record.record_page(request.reader, incident))


@login_required
@require_safe
def sheet(request: PersonRequest, reference: str) -> HttpResponse:
    incident = _visible(request, reference)
    shown_sheet.require_whole(request.reader, incident)
    context = shown_sheet.sheet_page(request.reader, incident, timezone.now())
    return render(request, "privacy_incidents/sheet.html", context)


def _visible(request: PersonRequest, reference: str) -> PrivacyIncident:
    return get_object_or_404(queries.visible_to(request.reader), reference=reference)
