"""Reporting a misconduct or a palpable risk of one."""

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
from varvet.registers.lex_sarah import actions, forms
from varvet.registers.lex_sarah.views import shown_report


@login_required
@require_http_methods(["GET", "POST"])
@keyed("lex_sarah:page")
def report(request: PersonRequest) -> HttpResponse:
    units = shown_report.report_units(request.reader)
    form = forms.ReportForm(request.POST or None, units=units, initial=shown_report.report_start(request, units))
    if request.method == "POST" and form.is_valid():
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.report(content=form.content(), key=key, by=by, now=timezone.now())
            messages.success(request, _("Tack. Din rapport är framme."))
            return redirect("lex_sarah:page", record.reference)
    return render(request, "lex_sarah/report.html", {"form": form}, status=refused(form))
