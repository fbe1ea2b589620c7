"""The year's plans: which there are, what is in one, and what is done with it as a whole."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks.actions import make_rounds as making
from varvet.registers.self_checks.actions import year_plans
from varvet.registers.self_checks.views import shown_plans as shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    return render(request, "self_checks/plans.html", shown.plans_page(request.reader))


@login_required
@require_safe
def page(request: PersonRequest, pk: int) -> HttpResponse:
    plan = shown.plan_asked(request.reader, pk)
    return render(request, "self_checks/year_plan.html", shown.plan_page(request.reader, plan))


@login_required
@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    form = shown.start_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            plan = shown.start(form, by=request.reader.user)
            messages.success(request, _("Planen är påbörjad. Den är ett utkast tills någon godkänner den."))
            return redirect("self_checks:year_plan", plan.pk)
    return render(request, "self_checks/new_plan.html", {"form": form}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def approve(request: PersonRequest, pk: int) -> HttpResponse:
    plan, form = shown.approve_form(request, pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            version, by = form.cleaned_data["version"], request.reader.user
            year_plans.approve_plan(plan=plan, version=version, by=by, now=timezone.now())
            messages.success(request, _("Planen är godkänd. Skapa nu omgångarna."))
            return redirect("self_checks:year_plan", plan.pk)
    return render(request, "self_checks/plan_step.html", shown.approve_page(request, plan, form), status=refused(form))


@login_required
@require_POST
def make_rounds(request: PersonRequest, pk: int) -> HttpResponse:
    plan = shown.plan_asked(request.reader, pk)
    with shown.told(request):
        made = making.make_rounds(plan=plan, by=request.reader.user, now=timezone.now())
        messages.success(request, shown.made_words(len(made)))
    return redirect("self_checks:year_plan", plan.pk)


@login_required
@require_POST
def take_ready(request: PersonRequest, pk: int, name: str) -> HttpResponse:
    plan, ready = shown.plan_asked(request.reader, pk), shown.ready_asked(name)
    with shown.told(request):
        made = year_plans.take_ready(plan=plan, ready=ready, by=request.reader.user, now=timezone.now())
        messages.success(request, shown.taken_words(made))
    return redirect("self_checks:year_plan", plan.pk)


@login_required
@require_POST
def copy(request: PersonRequest, pk: int) -> HttpResponse:
    plan = shown.plan_asked(request.reader, pk)
    with shown.told(request):
        plan = year_plans.copy_plan(plan=plan, by=request.reader.user, now=timezone.now())
        messages.success(request, _("Planen för {year} är ett utkast.").format(year=plan.year))
    return redirect("self_checks:year_plan", plan.pk)
