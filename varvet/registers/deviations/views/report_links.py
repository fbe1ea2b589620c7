"""A unit's links, its poster and its paper form."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.deviations import actions
from varvet.registers.deviations.views import shown_links


@login_required
@require_safe
def units(request: PersonRequest) -> HttpResponse:
    return render(request, "deviations/links.html", {"units": shown_links.units_of(request.reader)})


@login_required
@require_http_methods(["GET", "POST"])
def unit_links(request: PersonRequest, unit: int) -> HttpResponse:
    place = shown_links.unit_of(request.reader, shown_links.PERMISSION, unit)
    form, made = shown_links.link_form(request), None
    if request.method == "POST" and form.is_valid():
        given, by = form.cleaned_data, request.reader.user
        with answer(form):
            made = actions.make_link(
                unit=place, last_day=given["last_day"], key=given["key"], by=by, now=timezone.now()
            )
    page = shown_links.unit_page(request, place, form, made)
    return render(request, "deviations/unit_links.html", page, status=refused(form))


@login_required
@require_POST
def revoke(request: PersonRequest, pk: int) -> HttpResponse:
    link = shown_links.link_of(request.reader, pk)
    actions.revoke_link(link=link, by=request.reader.user, now=timezone.now())
    messages.success(request, _("Länken är stängd. Ingen kan rapportera genom den längre."))
    return redirect("deviations:unit_links", link.unit_id)


@login_required
@require_safe
def poster(request: PersonRequest, unit: int) -> HttpResponse:
    place = shown_links.unit_of(request.reader, shown_links.PERMISSION, unit)
    return render(request, "deviations/poster.html", shown_links.poster(request, place))


@login_required
@require_safe
def paper(request: PersonRequest, unit: int) -> HttpResponse:
    place = shown_links.unit_of(request.reader, "deviations.report", unit)
    return render(request, "deviations/paper.html", {"unit": place, "way": shown_links.staff_way(request, place)})
