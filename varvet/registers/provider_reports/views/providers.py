"""The root's list of private providers, and the page where one is added or corrected."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.provider_reports import actions, queries
from varvet.registers.provider_reports.views import shown_providers


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.EDIT_PROVIDERS)
    found = queries.list_providers(request.reader)
    return render(request, "provider_reports/providers.html", {"providers": found, "today": request.reader.today})


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    root, provider = shown_providers.ready(request.reader, pk)
    form = shown_providers.form_of(request, provider)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            content, by = form.content(), request.reader.user
            actions.save_provider(root=root, provider=provider, content=content, by=by, now=timezone.now())
            messages.success(request, _("Utföraren är sparad."))
            return redirect("provider_reports:providers")
    context = {"form": form, "provider": provider}
    return render(request, "provider_reports/provider.html", context, status=refused(form))
