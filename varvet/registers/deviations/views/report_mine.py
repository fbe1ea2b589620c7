"""Following what one has reported, and adding to it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.views import shown_mine


@login_required
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    return render(request, "deviations/mine.html", {"rows": shown_mine.all_mine(request.reader)})


@login_required
@require_http_methods(["GET", "POST"])
def my_report(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = get_object_or_404(queries.reported_by(request.reader), reference=reference)
    form = shown_mine.add_form(request)
    if request.method == "POST" and form.is_valid():
        given, by = form.cleaned_data, request.reader.user
        with answer(form):
            actions.add_more(deviation=deviation, text=given["more"], key=given["key"], by=by, now=timezone.now())
            messages.success(request, _("Det du skrev är tillagt. Den som handlägger ser det."))
            return redirect("deviations:my_report", reference)
    page = shown_mine.my_report(request, deviation, form)
    return render(request, "deviations/my_report.html", page, status=refused(form))
