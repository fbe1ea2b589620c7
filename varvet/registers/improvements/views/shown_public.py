"""Det har vi ändrat as everybody reads it: by area, the newest first."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.organisation.models import Area, Unit
from varvet.kernel.ui.lists import Tab, address, one_asked
from varvet.kernel.ui.qr import qr_image
from varvet.kernel.ui.words import month_and_year
from varvet.registers.improvements import queries


@dataclass(frozen=True)
class Shown:
    """`when` is a month: the day tells nobody anything, and might tell somebody too much."""

    area: str
    you_said: str
    we_did: str
    when: str


def changes_page(root: Unit, query: QueryDict) -> dict[str, object]:
    area, number = one_asked(query, "omrade", Area.values), _number(query)
    page = queries.list_told(root, area, number)
    return {
        "organisation": root.name,
        "root": root,
        "changes": [_shown(change) for change in page.changes],
        "tabs": _tabs(page.areas, area),
        "area_label": str(Area(area).label) if area else "",
        "poster_href": reverse("improvements:public_poster", args=[root.slug]) + address({"omrade": area}),
        "older_href": address({"omrade": area, "sida": number + 1}) if page.more else "",
        "newer_href": address({"omrade": area, "sida": number - 1}) if number > 1 else "",
    }


def poster_page(root: Unit, request: HttpRequest) -> dict[str, object]:
    area = one_asked(request.GET, "omrade", Area.values)
    place = request.build_absolute_uri(reverse("improvements:public", args=[root.slug]))
    return {
        "organisation": root.name,
        "root": root,
        "changes": [_shown(change) for change in queries.list_newest(root, area)],
        "area_label": str(Area(area).label) if area else "",
        "address": place,
        "picture": qr_image(place),
    }


def _shown(change: queries.Told) -> Shown:
    return Shown(str(Area(change.area).label), change.you_said, change.we_did, month_and_year(change.published_on))


def _tabs(areas: tuple[str, ...], chosen: str) -> list[Tab]:
    """Only where there is more than one area to choose among."""
    if len(areas) < 2:
        return []
    every = [Tab(_("Alla områden"), address({}), not chosen)]
    return every + [Tab(str(Area(code).label), address({"omrade": code}), code == chosen) for code in areas]


def _number(query: QueryDict) -> int:
    """The page asked for, from 1."""
    asked = query.get("sida", "")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1
