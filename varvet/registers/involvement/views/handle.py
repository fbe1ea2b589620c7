"""The list, the page of one activity, and writing a new one in: planned, or held already."""

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
from varvet.registers.involvement import actions, queries
from varvet.registers.involvement.views import shown_filters, shown_forms, shown_list, shown_record


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.REPORT)
    filters = shown_filters.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "involvement/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    activity = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "involvement/page.html", shown_record.record_page(request.reader, activity))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("involvement:page")
def record(request: PersonRequest) -> HttpResponse:
    form = shown_forms.record(request)
    if request.method == "POST" and form.is_valid():
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            made = actions.record(content=form.content(), key=key, by=by, now=timezone.now())
            messages.success(request, _("{reference} är inskriven.").format(reference=made.reference))
            return redirect("involvement:page", made.reference)
    return render(request, "involvement/record.html", {"form": form}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("involvement:page")
def plan(request: PersonRequest) -> HttpResponse:
    form = shown_forms.plan(request)
    if request.method == "POST" and form.is_valid():
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            made = actions.plan(content=form.content(), key=key, by=by, now=timezone.now())
            messages.success(request, _("{reference} är planerad.").format(reference=made.reference))
            return redirect("involvement:page", made.reference)
    return render(request, "involvement/plan.html", {"form": form}, status=refused(form))


@login_required
@require_POST
def draft(request: PersonRequest) -> HttpResponse:
    shown_forms.save_record_draft(request)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet är sparat. Det är inte inskickat än."))
    return redirect("involvement:record")
