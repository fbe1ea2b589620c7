"""A check of a plan: how far its units have come, and adding, changing and striking it out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks.actions import plan_rows
from varvet.registers.self_checks.views import shown_plan_rows as shown


@login_required
@require_safe
def page(request: PersonRequest, pk: int) -> HttpResponse:
    row = shown.row_asked(request.reader, pk)
    return render(request, "self_checks/plan_row.html", shown.row_page(request.reader, row))


@login_required
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest, pk: int) -> HttpResponse:
    plan, form = shown.add_form(request, pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown.add(plan, form, by=request.reader.user)
            messages.success(request, _("Kontrollen finns i planen."))
            return redirect("self_checks:year_plan", plan.pk)
    return render(request, "self_checks/row_form.html", shown.form_page(plan, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, pk: int) -> HttpResponse:
    row, form = shown.change_form(request, pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown.save(row, form, by=request.reader.user)
            messages.success(request, _("Ändringen är sparad."))
            return redirect("self_checks:plan_row", row.pk)
    return render(request, "self_checks/row_form.html", shown.form_page(row.plan, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    row, form = shown.remove_form(request, pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            given, by = form.cleaned_data, request.reader.user
            plan_rows.remove_row(row=row, version=given["version"], reason=given["reason"], by=by, now=timezone.now())
            messages.success(request, _("Kontrollen är struken ur planen."))
            return redirect("self_checks:year_plan", row.plan_id)
    return render(request, "self_checks/plan_step.html", shown.remove_page(row, form), status=refused(form))


@login_required
@require_safe
def internal_control(request: PersonRequest) -> HttpResponse:
    return render(request, "self_checks/internal_control.html", shown.internal_control(request))
