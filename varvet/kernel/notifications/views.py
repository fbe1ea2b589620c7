"""The pages of what one has been told, and of how one wants to be told."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.notifications import choices, queries, reading, shown
from varvet.kernel.notifications.forms import ChoicesForm
from varvet.kernel.records.registry import get_register

HIGHEST = 18  # digits of a number that the database can hold


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    unread = queries.count_unread(request.reader)
    unread_only = request.GET.get("visa", "olasta" if unread else "alla") == "olasta"
    told = queries.list_page(request.reader, unread_only=unread_only, after=_number(request.GET.get("efter", "")))
    page = shown.list_page(told, unread, unread_only=unread_only)
    return render(request, "notifications/list.html", page)


@login_required
@require_safe
def follow(request: PersonRequest, number: int) -> HttpResponse:
    told = get_object_or_404(queries.visible_to(request.reader).select_related("record"), pk=number)
    reading.mark_read(told, now=timezone.now())
    return redirect(reverse(get_register(told.kind).page, args=[told.record.reference]))


@login_required
@require_POST
def read_all(request: PersonRequest) -> HttpResponse:
    reading.mark_all_read(request.reader, up_to=_number(request.POST.get("till", "")) or 0, now=timezone.now())
    messages.success(request, _("Allt är markerat som läst."))
    return redirect("notifications:list")


@login_required
@require_http_methods(["GET", "POST"])
def settings(request: PersonRequest) -> HttpResponse:
    form = ChoicesForm(request.POST or None, user=request.reader.user)
    if request.method == "POST" and form.is_valid():
        choices.choose(by=request.reader.user, chosen=form.chosen())
        messages.success(request, _("Dina val är sparade."))
        return redirect("notifications:settings")
    return render(request, "notifications/settings.html", {"form": form}, status=422 if form.errors else 200)


def _number(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() and len(written) <= HIGHEST else None
