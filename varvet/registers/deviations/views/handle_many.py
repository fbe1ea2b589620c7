"""Triage of many reports on one page, and what became of each."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.deviations import actions
from varvet.registers.deviations.views import shown_many


@login_required
@require_http_methods(["GET", "POST"])
def triage(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.MAY_HANDLE)
    page = shown_many.triage_page(request)
    if request.method == "POST" and page.is_right:
        outcomes = actions.triage(rows=page.rows(), by=request.reader.user, now=timezone.now())
        return render(request, "deviations/triage.html", shown_many.after(request, outcomes))
    return render(request, "deviations/triage.html", {"page": page}, status=page.status)
