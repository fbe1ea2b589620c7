"""What others have a part in: describing it, registering what a counterpart tells, and following health care."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.deviations import queries
from varvet.registers.deviations.rules import Nature
from varvet.registers.deviations.views import shown_handover, shown_outside, shown_step
from varvet.registers.deviations.views.shown_handover_asks import asks_of


@login_required
@require_http_methods(["GET", "POST"])
def describe(request: PersonRequest, reference: str) -> HttpResponse:
    deviation = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    shown_handover.check_may(request, deviation)
    form, says = shown_outside.form_of(request, deviation), asks_of(deviation)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            known = {"version": form.cleaned_data["version"], "by": request.reader.user, "now": timezone.now()}
            shown_outside.act_on(deviation, form, **known)
            messages.success(request, _(says.done))
            return redirect("deviations:page", deviation.reference)
    return shown_step.page(request, deviation, form, says.link, says)


@login_required
@require_http_methods(["GET", "POST"])
@keyed("deviations:page")
def between(request: PersonRequest) -> HttpResponse:
    form = shown_outside.between_form(request, shown_outside.between_units(request.reader))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            record = shown_outside.register(form, request.reader.user)
            return redirect("deviations:page", record.reference)
    return render(request, "deviations/between.html", {"form": form}, status=refused(form))


@login_required
@require_safe
def health_care(request: PersonRequest) -> HttpResponse:
    """The list, narrowed to health care: the place in the menu of those who follow that."""
    request.reader.require(queries.FOLLOW)
    return redirect(f"{reverse('deviations:list')}?slag={Nature.HEALTH_CARE}&lage=open")
