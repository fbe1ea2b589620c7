"""Reporting a deviation: the form, its draft, and the receipt."""

import time

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.views import shown_report


@login_required
@require_http_methods(["GET", "POST"])
@keyed("deviations:receipt")
def report(request: PersonRequest) -> HttpResponse:
    form = shown_report.report_form(request, shown_report.report_units(request.reader))
    if request.method == "POST" and form.is_valid():
        content = form.content(int(time.time()))
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.report(content=content, key=key, by=by, now=timezone.now())
            return redirect("deviations:receipt", record.reference)
    return render(request, "deviations/report.html", shown_report.report_page(request, form), status=refused(form))


@login_required
@require_safe
def receipt(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = get_object_or_404(queries.reported_by(request.reader), reference=reference)
    return render(request, "deviations/receipt.html", shown_report.receipt(deviation, request.reader.today))


@login_required
@require_POST
def draft(request: PersonRequest) -> HttpResponse:
    shown_report.save_report_draft(request.reader, request.POST)
    if request.headers.get("HX-Request"):
        warned = shown_report.warned_in(request.POST)
        return render(request, "deviations/personal_hint.html", {"warned": warned})
    messages.success(request, _("Utkastet är sparat. Det är inte inskickat än."))
    return redirect("deviations:report")
