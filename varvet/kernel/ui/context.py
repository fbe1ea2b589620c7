"""The frame of a page: menu, who is logged in, where; read by every template as `frame`."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.queries import count_unread
from varvet.kernel.queue.tasks import can_be_asked
from varvet.kernel.records.registry import MenuItem as Place
from varvet.kernel.records.registry import list_registers
from varvet.kernel.ui.keys import has_keys
from varvet.kernel.ui.sentences import said

# Places that belong to no register. The wiring may name others; a name without an address is left out.
QUEUE = Place("Att göra", "queue:todo", "")
START = Place("Start", "queue:todo", "")  # the same page, for those whom nothing can wait for
STANDING = Place("Läget", "unit_page:unit", "unit_page.view")
FIRST_PLACES = (QUEUE,)
LAST_PLACES = (
    STANDING,
    Place("Kvalitetsberättelse", "annual_report:list", "annual_report.read"),
    Place(marked("Mejl som skickas"), "notifications:operations", "operations.view"),
)
FOLDED = (
    Place(marked("Medarbetare"), "people:list", "people.lead"),
    Place(marked("Medarbetare"), "people:list", "people.hand_over_unseen"),
)
SETTINGS = Place(marked("Inställningar"), "settings:index", "organisation.settings")
IN_THE_ROW = 3  # places of registers; with the house's own they fill one line of a small desktop
LETTERS_IN_THE_ROW = 34  # that these may have together, so that long names do not break the line
REPORT = Place("Rapportera", "deviations:report", "deviations.report")
TABS = (
    ("list", QUEUE),
    ("plus", REPORT),
    ("trend", STANDING),
    ("menu", Place("Meny", "ui:menu", "")),
)
SEARCH = Place(marked("Sök"), "search:search", "")


@dataclass(frozen=True)
class MenuItem:
    """A place as drawn. `count` is what waits there, or None when it is not counted."""

    label: str
    href: str
    current: bool
    icon: str = ""
    count: int | None = None


@dataclass(frozen=True)
class RootChoice:
    name: str
    href: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """Everything around the content. Empty names when nobody is logged in.

    `menu` is one place a register, as many as fit, and those of the house; `more` is what else the registers have.
    """

    menu: tuple[MenuItem, ...] = ()
    more: tuple[MenuItem, ...] = ()
    tabs: tuple[MenuItem, ...] = ()
    person: str = ""
    role: str = ""
    unit: str = ""
    root: str = ""
    roots: tuple[RootChoice, ...] = ()
    report: MenuItem | None = None
    unread: int = 0  # notifications; counting stops at 100
    search: MenuItem | None = None
    has_keys: bool = False
    is_demo: bool = False

    @property
    def logged_in(self) -> bool:
        return bool(self.person)

    @property
    def in_more(self) -> bool:
        """Whether the page's own place lies among those folded away."""
        return any(item.current for item in self.more)


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def _waiting(request: HttpRequest) -> int | None:
    """A view that has read the queue says so; the frame never counts by itself."""
    return cast("int | None", getattr(request, "todo_count", None))


def _path(request: HttpRequest) -> str:
    """Where the page lies in the menu: every page of the queue under the start page."""
    match = request.resolver_match
    return "/" if match is not None and match.app_name == "queue" else request.path


def _nearest(addresses: list[str], path: str) -> str:
    """The longest address that the path lies under; the start page only when it is the page itself."""
    above = [href for href in addresses if href == path or (href != "/" and path.startswith(href))]
    return max(above, key=len, default="")


def _items(request: HttpRequest, reader: Reader, places: list[tuple[str, Place]]) -> tuple[MenuItem, ...]:
    allowed = [(icon, p, _address(p.url_name)) for icon, p in places if not p.permission or reader.has(p.permission)]
    shown = [(icon, place, href) for icon, place, href in allowed if href]
    nearest = _nearest([href for _icon, _place, href in shown], _path(request))
    return tuple(
        MenuItem(said(place.label), href, href == nearest, icon, _waiting(request) if place == QUEUE else None)
        for icon, place, href in shown
    )


def _item(request: HttpRequest, reader: Reader, icon: str, place: Place) -> MenuItem | None:
    return next(iter(_items(request, reader, [(icon, place)])), None)


def _named(reader: Reader, places: list[tuple[str, Place]]) -> list[tuple[str, Place]]:
    """The start page is called what it is to the reader."""
    asked = can_be_asked(reader)
    return [(icon, START if place == QUEUE and not asked else place) for icon, place in places]


def _roots(reader: Reader) -> tuple[RootChoice, ...]:
    if len(reader.roots) < 2:
        return ()
    return tuple(RootChoice(root.name, f"/?rot={root.slug}", root == reader.root) for root in reader.roots)


def _is_demo() -> bool:
    """The demo lies above the kernel: the wiring names the function that knows."""
    name: str = getattr(settings, "IS_DEMO", "")
    return bool(name and import_string(name)())


def _split(reader: Reader) -> tuple[list[Place], list[Place]]:
    """The first place of each register that the reader may go to, as many as fit, with the house's; and the rest."""
    of_registers = [[p for p in register.menu if reader.has(p.permission)] for register in list_registers()]
    main = [place for places in of_registers for place in places[:1]]
    fit = _fitting(main)
    of_people = [place for place in FOLDED if reader.has(place.permission)][:1]
    of_house = [*of_people, *([SETTINGS] if reader.has(SETTINGS.permission) else [])]
    more = [*main[fit:], *(place for places in of_registers for place in places[1:]), *of_house]
    first, last = getattr(settings, "MENU_FIRST", FIRST_PLACES), getattr(settings, "MENU_LAST", LAST_PLACES)
    return [*first, *main[:fit], *last], more


def _fitting(places: list[Place]) -> int:
    """How many of the places fit in the row; always one."""
    letters = accumulate(len(said(place.label)) for place in places[:IN_THE_ROW])
    return max(1, sum(total <= LETTERS_IN_THE_ROW for total in letters))


def build_frame(request: HttpRequest) -> Frame:
    """The frame for the request's reader; a bare one when nobody is logged in."""
    is_demo = _is_demo()
    reader: Reader | None = getattr(request, "reader", None)
    if reader is None:
        return Frame(is_demo=is_demo)
    main, more = _split(reader)
    items = _items(request, reader, _named(reader, [("", place) for place in (*main, *more)]))
    below = {_address(place.url_name) for place in more}
    return Frame(
        menu=tuple(item for item in items if item.href not in below),
        more=tuple(item for item in items if item.href in below),
        tabs=_items(request, reader, _named(reader, list(getattr(settings, "MENU_TABS", TABS)))),
        person=reader.user.name,
        role=reader.role_label,
        unit=reader.unit_name,
        root=reader.root.name if reader.root else "",
        roots=_roots(reader),
        unread=count_unread(reader),
        report=_item(request, reader, "plus", REPORT),
        search=_item(request, reader, "search", SEARCH),
        has_keys=has_keys(request),
        is_demo=is_demo,
    )


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {"frame": build_frame(request)}
