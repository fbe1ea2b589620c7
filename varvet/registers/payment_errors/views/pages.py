"""The list, one record, and the form that tells of a wrong payment."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.keyed import keyed
from varvet.registers.payment_errors import actions, forms, queries
from varvet.registers.payment_errors.views import shown, shown_filters, shown_list


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.SEE)
    filters = shown_filters.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "payment_errors/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    error = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "payment_errors/page.html", shown.record_page(request.reader, error))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("payment_errors:page")
def report(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.REPORT)
    units = request.reader.list_units(actions.REPORT)
    form = forms.ReportForm(request.POST or None, units=units, initial=fresh(request, units))
    if request.method == "POST" and form.is_valid():
        content, key, by = form.content(), form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.report(content=content, key=key, by=by, now=timezone.now())
            messages.success(request, _("{reference} är anmäld.").format(reference=record.reference))
            return redirect("payment_errors:page", record.reference)
    return render(request, "payment_errors/report.html", {"form": form}, status=refused(form))
