"""A poster for each unit, with the address and picture of the public form where the unit is chosen already."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.qr import qr_image

PERMISSION = "feedback.receive"


@login_required
@require_safe
def units(request: PersonRequest) -> HttpResponse:
    return render(request, "feedback/posters.html", {"units": _units(request)})


@login_required
@require_safe
def poster(request: PersonRequest, unit: int) -> HttpResponse:
    place = next((one for one in _units(request) if one.pk == unit), None)
    if place is None:
        raise Http404
    address = request.build_absolute_uri(address_of(place))
    shown = {"unit": place, "address": address, "picture": qr_image(address)}
    return render(request, "feedback/poster.html", shown)


def _units(request: PersonRequest) -> list[Unit]:
    """Where the reader takes feedback in. NotAllowed when nowhere."""
    request.reader.require(PERMISSION)
    return request.reader.list_units(PERMISSION)


def address_of(unit: Unit) -> str:
    """The public form; the root stands for no unit."""
    assert unit.root is not None
    form = reverse("feedback:tell", args=[unit.root.slug])
    return form if unit.pk == unit.root_id else f"{form}?enhet={unit.slug}"
