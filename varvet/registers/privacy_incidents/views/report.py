"""Reporting a privacy incident."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.privacy_incidents import actions, forms
from varvet.registers.privacy_incidents.views import shown


@login_required
@require_http_methods(["GET", "POST"])
@keyed("privacy_incidents:page")
def report(request: PersonRequest) -> HttpResponse:
    units = shown.report_units(request.reader)
    form = forms.ReportForm(request.POST or None, units=units, initial=shown.report_start(request, units))
    if request.method == "POST" and form.is_valid():
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.report(content=form.content(), key=key, by=by, now=timezone.now())
            messages.success(request, _("Tack. {reference} är mottagen.").format(reference=record.reference))
            return redirect("privacy_incidents:page", record.reference)
    return render(request, "privacy_incidents/report.html", {"form": form}, status=refused(form))
