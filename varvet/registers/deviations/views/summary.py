"""A deviation on paper, for an inspector: everything the reader may read of it, and who printed it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.deviations import queries
from varvet.registers.deviations.views import shown_summary


@login_required
@require_safe
def summary(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    shown_summary.require_reads(request.reader, deviation)
    page = shown_summary.summary_page(request.reader, deviation, timezone.localtime())
    return render(request, "deviations/summary.html", page)
