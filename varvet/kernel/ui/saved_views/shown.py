"""Saved views as shown: as tabs on their list, on their own page, and while one is being kept."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import Register, get_register, list_registers
from varvet.kernel.search import saved
from varvet.kernel.ui.lists import Tab


@dataclass(frozen=True)
class Kept:
    """A view on the page of one's own: where it leads, of which list, and whom it is shared with."""

    pk: int
    name: str
    register: str
    href: str
    shared_with: str


@dataclass(frozen=True)
class Wanted:
    """A list as it is to be kept, before it has a name; `href` is where it is now."""

    root: Unit
    register: Register
    query: str

    @property
    def href(self) -> str:
        return f"{reverse(self.register.list_page)}?{self.query}"

    def named(self, name: str, shared_with: Unit | None) -> saved.NewView:
        return saved.NewView(self.root, self.register.kind, name, self.query, shared_with)


def wanted_of(request: PersonRequest, kind: str) -> Wanted:
    """The list the address names. Http404 for one that there is not, or that the reader does not read."""
    known = {register.kind: register for register in list_registers() if register.list_page}
    register, root = known.get(kind), request.reader.root
    if register is None or root is None or not request.reader.has(saved.list_permission(register)):
        raise Http404
    try:
        return Wanted(root, register, saved.coded_query(request.GET.get("urval", "")))
    except ValueError as error:
        raise Http404 from error


def own_views(reader: Reader) -> list[Kept]:
    return [
        Kept(
            pk=view.pk,
            name=view.name,
            register=get_register(view.register).label,
            href=f"{reverse(get_register(view.register).list_page)}?{view.query}",
            shared_with=view.shared_with.name if view.shared_with else "",
        )
        for view in saved.own_views(reader)
    ]


def with_saved(tabs: list[Tab], reader: Reader, kind: str, address: str) -> list[Tab]:
    """A list's own tabs and, after them, the saved ones. `address` is the list as shown: "?lage=open"."""
    views = [(view.name, f"?{view.query}") for view in saved.list_views(reader, get_register(kind))]
    kept = [Tab(name, href, current=href == address) for name, href in views]
    is_kept = any(tab.current for tab in kept)
    own = [Tab(tab.label, tab.href, tab.current and not is_kept, tab.count) for tab in tabs]
    return [*own, *kept, *([Tab(_("Ändra vyer"), reverse("views:list"))] if kept else [])]


def save_href(kind: str, address: str) -> str:
    """Where a list as shown is kept as a view."""
    return f"{reverse('views:save', args=[kind])}?{urlencode({'urval': address.lstrip('?')})}"
