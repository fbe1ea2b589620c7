"""The list, the page of one report, and registering a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.provider_reports import actions, queries
from varvet.registers.provider_reports.views import shown_filters, shown_forms, shown_list, shown_record, shown_step


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require("provider_reports.view")
    filters = shown_filters.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "provider_reports/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    report = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "provider_reports/page.html", shown_record.record_page(request.reader, report))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("provider_reports:page")
def register(request: PersonRequest) -> HttpResponse:
    form = shown_forms.register(request)
    if request.method == "POST" and form.is_valid():
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.register(content=form.content(), key=key, by=by, now=timezone.now())
            messages.success(request, _("{reference} är registrerad.").format(reference=record.reference))
            return shown_step.after(request, record)
    context = {"form": form, "may_edit_providers": request.reader.has(actions.EDIT_PROVIDERS)}
    return render(request, "provider_reports/register.html", context, status=refused(form))
