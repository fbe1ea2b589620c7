"""The list with its matrix, one risk, and the form of a new one."""

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
from varvet.registers.risks import actions, queries
from varvet.registers.risks.views import shown_list, shown_record, shown_start


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.SEE)
    return render(
        request, "risks/list.html", shown_list.list_page(request.reader, shown_list.filters_from(request.GET))
    )


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    risk = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "risks/page.html", shown_record.record_page(request.reader, risk))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("risks:page")
def add(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.EDIT)
    form, follows = shown_start.add_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            key, by = form.cleaned_data["key"], request.reader.user
            record = actions.add(new=form.new(follows), key=key, by=by, now=timezone.now())
            messages.success(request, _("{reference} är inskriven. Nästa steg är att bedöma.").format(reference=record))
            return redirect("risks:page", record.reference)
    return render(request, "risks/add.html", {"form": form, "follows": follows}, status=refused(form))
