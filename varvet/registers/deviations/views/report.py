"""Reporting a deviation and following what one has reported."""

import time

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.deviations import actions, forms, queries
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.views import shown_list, shown_report


@login_required
@require_http_methods(["GET", "POST"])
@keyed("deviations:receipt")
def report(request: PersonRequest) -> HttpResponse:
    units = shown_report.report_units(request.reader)
    form = forms.ReportForm(request.POST or None, units=units, initial=shown_report.report_start(request, units))
    if request.method == "POST" and form.is_valid():
        content = form.content(int(time.time()))
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.report(content=content, key=key, by=by, now=timezone.now())
            return redirect("deviations:receipt", record.reference)
    return render(request, "deviations/report.html", {"form": form, "units": units}, status=refused(form))


@login_required
@require_safe
def receipt(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = _mine(request, reference)
    return render(request, "deviations/receipt.html", shown_report.receipt(deviation, request.reader.today))


@login_required
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    rows = [shown_list.row(deviation) for deviation in queries.list_mine(request.reader)]
    return render(request, "deviations/mine.html", {"rows": rows})


@login_required
@require_POST
def draft(request: PersonRequest) -> HttpResponse:
    shown_report.save_report_draft(request.reader, request.POST)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    messages.success(request, "Utkastet är sparat. Det är inte inskickat än.")
    return redirect("deviations:report")


def _mine(request: PersonRequest, reference: str) -> Deviation:
    return get_object_or_404(queries.visible_to(request.reader), reference=reference, opened_by=request.reader.user)
