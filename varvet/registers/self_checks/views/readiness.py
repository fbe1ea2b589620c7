"""Is the year ready for the report: what its rounds lack, and adding it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks.views import shown_readiness as shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    return render(request, "self_checks/readiness.html", shown.readiness_page(request))


@login_required
@require_http_methods(["GET", "POST"])
def supplement(request: PersonRequest, reference: str) -> HttpResponse:
    round_, form = shown.supplement_form(request, reference)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown.supplement(round_, form, by=request.reader.user)
            messages.success(request, _("Resultatet är uppdelat efter kön."))
            return redirect("self_checks:page", round_.reference)
    return render(request, "self_checks/step.html", shown.supplement_page(round_, form), status=refused(form))
