"""Handling feedback: the list, a page, and the staff's own capture."""

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
from varvet.registers.feedback import actions, forms, queries
from varvet.registers.feedback.views import shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require("feedback.view")
    filters = shown.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "feedback/list.html", shown.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    feedback = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "feedback/page.html", shown.record_page(request.reader, feedback))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("feedback:page")
def capture(request: PersonRequest) -> HttpResponse:
    units = shown.capture_units(request.reader)
    form = forms.CaptureForm(request.POST or None, units=units, initial=shown.capture_start(request, units))
    if request.method == "POST" and form.is_valid():
        key, by = form.cleaned_data["key"], request.reader.user
        with answer(form):
            record = actions.capture(content=form.content(), key=key, by=by, now=timezone.now())
            messages.success(request, _("Tack. Det är registrerat."))
            return redirect("feedback:page", record.reference)
    return render(request, "feedback/capture.html", {"form": form}, status=refused(form))
