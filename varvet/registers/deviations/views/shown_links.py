"""A unit's ways to report as shown: the staff's link, links with a code word, the poster and the paper form."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpRequest
from django.urls import reverse

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.once import new_key
from varvet.kernel.ui.qr import qr_image
from varvet.registers.deviations import forms, queries
from varvet.registers.deviations.actions import NewLink
from varvet.registers.deviations.models import UnitLink
from varvet.registers.deviations.views.shown_report import signed_unit

PERMISSION = "deviations.links"
USUAL_DAYS = 180


@dataclass(frozen=True)
class Way:
    """An address that leads to a report, and its picture."""

    address: str
    picture: str
    needs_word: bool = False


@dataclass(frozen=True)
class ShownLink:
    """A link of the unit; never its code word."""

    pk: int
    made: date
    last_day: date
    is_open: bool
    revoked: date | None


def units_of(reader: Reader) -> list[Unit]:
    """Where the reader makes links. NotAllowed when nowhere."""
    reader.require(PERMISSION)
    return reader.list_units(PERMISSION)


def unit_of(reader: Reader, permission: str, pk: int) -> Unit:
    """404 for a unit where the reader does not hold the permission, 403 for one who holds it nowhere."""
    reader.require(permission)
    found = [unit for unit in reader.list_units(permission) if unit.pk == pk]
    if not found:
        raise Http404
    return found[0]


def link_of(reader: Reader, pk: int) -> UnitLink:
    reader.require(PERMISSION)
    found = queries.get_link(pk)
    if found is None or not reader.can(PERMISSION, found.unit_id):
        raise Http404
    return found


def staff_way(request: HttpRequest, unit: Unit) -> Way:
    address = request.build_absolute_uri(f"{reverse('deviations:report')}?enhet={signed_unit(unit)}")
    return Way(address, qr_image(address))


def link_way(request: HttpRequest, link: UnitLink) -> Way:
    address = request.build_absolute_uri(reverse("deviations:link", args=[link.token]))
    return Way(address, qr_image(address), needs_word=True)


def link_form(request: PersonRequest) -> forms.LinkForm:
    start = {"key": new_key(), "last_day": request.reader.today + timedelta(days=USUAL_DAYS)}
    return forms.LinkForm(request.POST or None, initial=start)


def unit_page(request: PersonRequest, unit: Unit, form: forms.LinkForm, made: NewLink | None) -> dict[str, object]:
    return {
        "unit": unit,
        "way": staff_way(request, unit),
        "links": [_shown(link, request.reader.today) for link in queries.list_links(unit.pk)],
        "form": form,
        "made": made,
        "made_way": link_way(request, made.link) if made else None,
        "time": queries.reporting_time(request.reader),
    }


def _shown(link: UnitLink, today: date) -> ShownLink:
    revoked = day_of(link.revoked_at) if link.revoked_at else None
    is_open = revoked is None and link.last_day >= today
    return ShownLink(link.pk, day_of(link.made_at), link.last_day, is_open, revoked)


def poster(request: PersonRequest, unit: Unit) -> dict[str, object]:
    """With the link that the address asks for, when it is an open one of the unit; else the staff's own."""
    asked = request.GET.get("lank", "")
    links = queries.list_links(unit.pk) if asked.isdecimal() else []
    chosen = [link for link in links if str(link.pk) == asked and _shown(link, request.reader.today).is_open]
    way = link_way(request, chosen[0]) if chosen else staff_way(request, unit)
    return {"unit": unit, "way": way}
