"""Reporting a misconduct or a palpable risk of one: the form, its draft, and the receipt."""

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
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.views import shown_report


@login_required
@require_http_methods(["GET", "POST"])
@keyed("lex_sarah:receipt")
def report(request: PersonRequest) -> HttpResponse:
    form = shown_report.report_form(request)
    if request.method == "POST" and form.is_valid():
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.report(content=form.content(), key=key, by=by, now=timezone.now())
            return redirect("lex_sarah:receipt", record.reference)
    return render(request, "lex_sarah/report.html", {"form": form}, status=refused(form))


@login_required
@require_safe
def receipt(request: PersonRequest, reference: str) -> HttpResponse:
    case = get_object_or_404(queries.reported_by(request.reader), reference=reference)
    return render(request, "lex_sarah/receipt.html", shown_report.receipt(case, request.reader.today))


@login_required
@require_POST
def draft(request: PersonRequest) -> HttpResponse:
    shown_report.save_report_draft(request)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet är sparat. Det är inte inskickat än."))
    return redirect("lex_sarah:report")
