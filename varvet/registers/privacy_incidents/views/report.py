"""Reporting a privacy incident, and the receipt."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.privacy_incidents import actions, queries
from varvet.registers.privacy_incidents.views import shown_report


@login_required
@require_http_methods(["GET", "POST"])
@keyed("privacy_incidents:receipt")
def report(request: PersonRequest) -> HttpResponse:
    form, follows = shown_report.report_form(request)
    if request.method == "POST" and form.is_valid():
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.report(content=form.content(follows), key=key, by=by, now=timezone.now())
            return redirect("privacy_incidents:receipt", record.reference)
    context = {"form": form, "follows": follows}
    return render(request, "privacy_incidents/report.html", context, status=refused(form))


@login_required
@require_safe
def receipt(request: PersonRequest, reference: str) -> HttpResponse:
    incident = get_object_or_404(queries.reported_by(request.reader), reference=reference)
    return render(request, "privacy_incidents/receipt.html", shown_report.receipt(request.reader, incident))
