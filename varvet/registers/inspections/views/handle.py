"""The list, the page of one inspection, and writing a new one in: announced, or begun already."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.inspections import actions, queries
from varvet.registers.inspections.views import shown_filters, shown_forms, shown_list, shown_record


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    shown_forms.require_list(request.reader)
    filters = shown_filters.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "inspections/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    inspection = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    if not queries.reads_whole(request.reader, inspection):
        return redirect("inspections:questions", inspection.reference)
    return render(request, "inspections/page.html", shown_record.record_page(request.reader, inspection))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("inspections:page")
def take_in(request: PersonRequest) -> HttpResponse:
    form = shown_forms.take_in(request)
    if request.method == "POST" and form.is_valid():
        known = {"key": form.cleaned_data["key"], "by": request.reader.user, "now": timezone.now()}
        with answer(form):
            made = actions.take_in(about=form.about(), demand=form.content(), **known)
            messages.success(request, _("{reference} är inskriven.").format(reference=made.reference))
            return redirect("inspections:page", made.reference)
    return render(request, "inspections/take_in.html", {"form": form}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("inspections:page")
def announce(request: PersonRequest) -> HttpResponse:
    form = shown_forms.announce(request)
    if request.method == "POST" and form.is_valid():
        known = {"key": form.cleaned_data["key"], "by": request.reader.user, "now": timezone.now()}
        with answer(form):
            made = actions.announce(about=form.about(), expected_on=form.cleaned_data["expected_on"], **known)
            messages.success(request, _("{reference} är aviserad.").format(reference=made.reference))
            return redirect("inspections:page", made.reference)
    return render(request, "inspections/announce.html", {"form": form}, status=refused(form))
