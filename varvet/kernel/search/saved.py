"""Keeping a list as a view: saved, renamed, shared with a unit and taken away, by the one it belongs to."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.http import urlencode

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.registry import Register
from varvet.kernel.search.models import SavedView

SHARE = "views.share"
MOST = 12  # a person and list: more would not be seen beside each other
LONGEST_QUERY = 500
CODED = re.compile(r"[\w-]{1,60}", re.ASCII)
PASSING = {"efter", "rot", "nyckel"}  # of one page and visit, not of a view


@dataclass(frozen=True)
class NewView:
    """What is kept. `shared_with` is the unit whose readers see it as well."""

    root: Unit
    register: str
    name: str
    query: str
    shared_with: Unit | None = None


def coded_query(written: str) -> str:
    """What of an address can be kept: names and coded values, each once. ValueError where it is too long."""
    said = QueryDict(written[: 4 * LONGEST_QUERY])
    kept = {name: said[name] for name in said if name not in PASSING and CODED.fullmatch(name)}
    query = urlencode({name: value for name, value in kept.items() if CODED.fullmatch(value)})
    if len(query) > LONGEST_QUERY:
        raise ValueError("a list's address is not that long")
    return query


def list_permission(register: Register) -> str:
    """What it takes to read the register's list. KeyError for a register without one."""
    return {item.url_name: item.permission for item in register.menu}[register.list_page]


def list_views(reader: Reader, register: Register) -> list[SavedView]:
    """The reader's own views of a list, and those shared with a unit whose list the reader reads; by name."""
    rows = SavedView.objects.filter(root=reader.root, register=register.kind)
    found = rows.filter(Q(owner=reader.user) | Q(shared_with__isnull=False)).order_by("saved_at", "pk")
    read = reader.units(list_permission(register))
    return [view for view in found if view.owner_id == reader.user.pk or _reaches(reader, view, read)]


def _reaches(reader: Reader, view: SavedView, read: frozenset[int]) -> bool:
    return view.shared_with_id is not None and bool(reader.below(view.shared_with_id) & read)


def own_views(reader: Reader) -> QuerySet[SavedView]:
    """Those the reader has saved where the reader works now, by list and name."""
    rows = SavedView.objects.filter(owner=reader.user, root=reader.root)
    return rows.select_related("shared_with").order_by("register", "saved_at", "pk")


@transaction.atomic
def save_view(*, view: NewView, by: User, now: datetime) -> SavedView:
    """RuleBroken for a name that is used, or one view too many. NotAllowed for who may not share with the unit."""
    mine = SavedView.objects.filter(owner=by, root=view.root, register=view.register)
    if len(mine) >= MOST:
        wording = marked("Du har redan {most} vyer av listan. Ta bort en först.")
        raise RuleBroken("view.many", wording, values={"most": MOST})
    if view.shared_with is not None:
        check(by, SHARE, view.shared_with, today=day_of(now))
    _check_name(mine, view.name)
    saved = SavedView.objects.create(
        owner=by,
        root=view.root,
        register=view.register,
        name=view.name.strip(),
        query=coded_query(view.query),
        shared_with=view.shared_with,
        saved_at=now,
    )
    _note("view_saved", saved, by)
    return saved


@transaction.atomic
def rename_view(view: SavedView, name: str, *, by: User) -> None:
    """RuleBroken for a name that is used; `view` is one of `own_views`."""
    others = SavedView.objects.filter(owner=by, root_id=view.root_id, register=view.register).exclude(pk=view.pk)
    _check_name(others, name)
    view.name = name.strip()
    view.save(update_fields=["name"])
    _note("view_renamed", view, by)


@transaction.atomic
def delete_view(view: SavedView, *, by: User) -> None:
    """`view` is one of `own_views`; it goes for those it is shared with too."""
    _note("view_deleted", view, by)
    view.delete()


def _check_name(others: QuerySet[SavedView], name: str) -> None:
    if not name.strip():
        raise RuleBroken("view.name", marked("Ge vyn ett namn."), field="name")
    if name.strip().casefold() in {other.name.casefold() for other in others}:
        raise RuleBroken("view.taken", marked("Du har redan en vy som heter så. Välj ett annat namn."), field="name")


def _note(event: str, view: SavedView, by: User) -> None:
    """Its name is somebody's own words and stays out of the trail."""
    subject = trail.Subject(kind="views", actor_id=by.pk, unit_id=view.shared_with_id)
    trail.write([trail.event(event, subject, data={"view": view.pk, "register": view.register, "query": view.query})])
