"""The person's own calendar: its secret address made, replaced and removed; and the file behind it, without a login."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.activities import actions, queries
from varvet.registers.activities.models import Feed
from varvet.registers.activities.views.calendar_file import written
from varvet.registers.activities.views.shown_calendar import address_of, page_of, site_of


@login_required
@require_safe
def own(request: PersonRequest) -> HttpResponse:
    return render(request, "activities/calendar.html", page_of(request))


@login_required
@require_POST
def make(request: PersonRequest) -> HttpResponse:
    """The address is shown on this page alone, and never again."""
    secret = actions.make_feed(by=request.reader.user, now=timezone.now())
    shown = page_of(request) | {"address": address_of(request, secret)}
    return render(request, "activities/calendar.html", shown)


@login_required
@require_POST
def remove(request: PersonRequest) -> HttpResponse:
    actions.remove_feed(by=request.reader.user)
    messages.success(request, _("Kalenderns adress är borttagen. Den leder ingenstans längre."))
    return redirect("activities:calendar")


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    found = queries.find_feed(actions.digest_of(secret))
    if found is None:
        raise Http404
    if not actions.note_read(found, now=timezone.now()):
        return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": "3600"})
    return _answer(request, found)


def _answer(request: HttpRequest, found: Feed) -> HttpResponse:
    with translation.override(found.person.language or "sv"):
        entries = queries.list_entries(found.person, timezone.localdate())
        content = written(entries, site_of(request), timezone.now())
    headers = {"Content-Disposition": 'inline; filename="varvet.ics"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
