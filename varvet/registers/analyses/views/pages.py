"""The list, the page of one analysis, and beginning a new one."""

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
from varvet.registers.analyses import actions, queries
from varvet.registers.analyses.views import shown_analysis, shown_forms, shown_list


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    shown_list.require_list(request.reader)
    filters = shown_list.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "analyses/list.html", shown_list.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    analysis = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "analyses/page.html", shown_analysis.record_page(request.reader, analysis))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("analyses:page")
def start(request: PersonRequest) -> HttpResponse:
    form = shown_forms.start(request)
    if request.method == "POST" and form.is_valid():
        known = {"key": form.cleaned_data["key"], "by": request.reader.user, "now": timezone.now()}
        with answer(form):
            made = actions.start(plan=form.plan(), **known)
            messages.success(request, _("{reference} är påbörjad.").format(reference=made.reference))
            return redirect("analyses:page", made.reference)
    return render(request, "analyses/start.html", {"form": form}, status=refused(form))
