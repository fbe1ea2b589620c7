"""What a list page shows around its rows: tabs, active filters and paging."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.records.paging import Page
from varvet.kernel.ui import words
from varvet.kernel.ui.sentences import said

CODE = re.compile(r"[\w-]{1,60}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True)
class Tab:
    """A saved view. `count` as text, since counts stop at a ceiling."""

    label: str
    href: str
    current: bool = False
    count: str = ""


@dataclass(frozen=True)
class Chip:
    """An active filter; `href` is the list without it."""

    label: str
    href: str


@dataclass(frozen=True)
class Select:
    """One way to narrow a list: its name in the address, what it is called, and its choices as value and label.

    `every` is what it says when nothing is chosen.
    """

    name: str
    label: str
    every: str
    choices: tuple[tuple[str, str], ...]
    chosen: str = ""

    @property
    def chosen_label(self) -> str:
        return dict(self.choices).get(self.chosen, "")


@dataclass(frozen=True)
class Narrowing:
    """How a list may be narrowed: the selects in front, those behind "Fler filter", and what is ticked there.

    `ticks` are name, label and whether it is on; `kept` is what else the address says. `days` are what the two days
    are called, where they are not those on which things came in.
    """

    front: tuple[Select, ...]
    more: tuple[Select, ...] = ()
    ticks: tuple[tuple[str, str, bool], ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    kept: tuple[tuple[str, str], ...] = ()
    days: tuple[str, str] | None = None

    @property
    def is_open(self) -> bool:
        """Whether something behind "Fler filter" is chosen, so that it must be seen."""
        behind = [*(select.chosen for select in self.more), self.first_day, self.last_day]
        return any(behind) or any(ticked for _, _, ticked in self.ticks)

    def labels(self) -> dict[str, str]:
        """Name in the address -> what a chip says of the choice."""
        chosen = [one for one in (*self.front, *self.more) if one.chosen_label]
        said = {one.name: _("{what}: {value}").format(what=one.label, value=one.chosen_label) for one in chosen}
        said |= {name: label for name, label, ticked in self.ticks if ticked}
        if self.first_day:
            said["fran"] = _("Från {day}").format(day=self.first_day.isoformat())
        if self.last_day:
            said["till"] = _("Till {day}").format(day=self.last_day.isoformat())
        return said


@dataclass(frozen=True)
class Paging:
    """`says` such as "1-10 av 42"; addresses are empty where there is no page."""

    says: str
    previous_href: str = ""
    next_href: str = ""


def count_text(count: int, ceiling: int = 1000) -> str:
    """Counting stops at the ceiling: "minst 1 000"."""
    if count < ceiling:
        return words.integer(count)
    return _("minst {number}").format(number=words.integer(ceiling))


def shown_of(first: int, last: int, total: int) -> str:
    """ "1-10 av 42" with an en dash; "Inga" when there are none."""
    if total == 0:
        return _("Inga")
    shown = f"{words.integer(first)}\u2013{words.integer(last)}"
    return _("{shown} av {total}").format(shown=shown, total=count_text(total))


def status_asked(query: QueryDict, statuses: Collection[str]) -> str:
    """The state the address names, "open" when it names none; empty, for all, when it names no state there is."""
    status = query.get("lage", "open")
    return status if status == "open" or status in statuses else ""


def unit_asked(query: QueryDict) -> int | None:
    """The unit the address names; None when it cannot be one."""
    unit = query.get("enhet", "")
    return int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 12 else None


def word_asked(query: QueryDict, name: str) -> str:
    """A short code that the address names, as it may be asked of the database: PostgreSQL refuses a NUL."""
    return query.get(name, "")[:40].replace("\0", "")


def one_asked(query: QueryDict, name: str, known: Collection[str]) -> str:
    """The value the address names among those there are; empty when it names none of them."""
    value = query.get(name, "")
    return value if value in known else ""


def code_asked(query: QueryDict, name: str) -> str:
    """A code that the address names, whether there is one or not; empty for what can be no code."""
    code = query.get(name, "")
    return code if CODE.fullmatch(code) else ""


def day_asked(query: QueryDict, name: str) -> date | None:
    """The day the address names, as year-month-day; None when it is none, or lies outside the years people mean."""
    try:
        day = date.fromisoformat(query.get(name, ""))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def chips_of(chosen: Mapping[str, str | int], labels: Mapping[str, str]) -> list[Chip]:
    """A chip for each chosen value that has a label, with the address of the list without it."""
    return [Chip(label, address({**chosen, name: ""})) for name, label in labels.items() if chosen.get(name) and label]


def tabs_of(views: Iterable[tuple[str, str]], chosen: Mapping[str, str | int], status: str) -> list[Tab]:
    """A tab for each state and its label, "" for all; what else is chosen stays."""
    return [Tab(said(label), address({**chosen, "lage": one or "alla"}), one == status) for one, label in views]


def paging_of(page: Page[Any], says: str, chosen: Mapping[str, str | int]) -> Paging:
    return Paging(says, next_href=address({**chosen, "efter": page.after}) if page.after else "")


def cases_of(page: Page[Any]) -> str:
    """ "1 ärende", "42 ärenden", "Minst 1 000 ärenden"."""
    number = words.integer(page.total)
    if page.total_is_capped:
        return _("Minst {number} ärenden").format(number=number)
    return ngettext("{number} ärende", "{number} ärenden", page.total).format(number=number)


def address(chosen: Mapping[str, str | int]) -> str:
    """What is not chosen is left out, so that a list has one address."""
    return f"?{urlencode({name: value for name, value in chosen.items() if value != ''})}"


def own_address(request: HttpRequest, wanted: str) -> str:
    """An address that a form carried, if it is one of this installation's pages; else the start page."""
    is_own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_own else "/"
