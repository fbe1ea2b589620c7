"""The unit's page: one's own, or another's within one's scope."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from varvet.insight.unit_page.page import unit_page
from varvet.insight.unit_page.summary import PERMISSION, own_unit
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import Told
from varvet.kernel.ui.lists import unit_asked


@login_required
@require_safe
def own(request: PersonRequest) -> HttpResponse:
    """The unit that the form asks for, or the first that the reader holds a role in."""
    chosen = _unit(request.reader, unit_asked(request.GET) or _own(request.reader))
    response = redirect("unit_page:unit", chosen.pk)
    period = request.GET.get("period", "")
    response["Location"] += f"?period={period}" if period.isascii() and period.replace("-", "").isalnum() else ""
    return response


@login_required
@require_safe
def unit(request: PersonRequest, unit_id: int) -> HttpResponse:
    chosen = _unit(request.reader, unit_id)
    assert chosen.root
    try:
        page = unit_page(request.reader, chosen.root, chosen, request.GET.get("period", ""))
    except Told as told:
        raise Http404 from told
    return render(request, "unit_page/page.html", {"page": page})


def _unit(reader: Reader, unit_id: int | None) -> Unit:
    """404 outside the scope, 403 for who has no such page at all."""
    reader.require(PERMISSION)
    if unit_id is None or not reader.can(PERMISSION, unit_id):
        raise Http404
    return Unit.objects.select_related("root").get(pk=unit_id)


def _own(reader: Reader) -> int | None:
    unit = own_unit(reader)
    return unit.pk if unit else None
