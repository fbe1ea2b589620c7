"""Handling deviations: the list, the page of one, and many like events in one entry."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.views import shown_filters, shown_list, shown_record, shown_tally


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    shown_list.require_view(request.reader)
    filters = shown_filters.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "deviations/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = _visible(request, reference)
    return render(request, "deviations/page.html", shown_record.record_page(request.reader, deviation))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("deviations:page")
def tally(request: PersonRequest) -> HttpResponse:
    units = shown_tally.tally_units(request.reader)
    form = shown_tally.tally_form(request, units)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            key, by = form.cleaned_data["key"], request.reader.user
            record = actions.tally(content=form.content(), key=key, by=by, now=timezone.now())
            return redirect("deviations:page", record.reference)
    return render(request, "deviations/tally.html", {"form": form}, status=refused(form))


def _visible(request: PersonRequest, reference: str) -> Deviation:
    return get_object_or_404(queries.visible_to(request.reader), reference=reference)
