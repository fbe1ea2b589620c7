"""The place a demo is written into: its units, people, settings and lists, made once and then looked up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from varvet.demo.dice import Dice
from varvet.demo.models import DemoPerson
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.organisation import categories
from varvet.kernel.organisation.categories import CategoryValue, NewList
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.organisation.tree import Place, add_unit, rebuild_below

SINCE = date(2015, 1, 1)


@dataclass(frozen=True)
class UnitPlan:
    """A unit to make, and those below it. `kind`, `area` and `provider` are stored values of the organisation."""

    slug: str
    name: str
    level: str
    kind: str = "support"
    area: str = "common"
    provider: str = "own"
    below: tuple["UnitPlan", ...] = ()


@dataclass(frozen=True)
class PersonPlan:
    """A made-up person; `unit` is a slug, `hint` says in Swedish what to try as them."""

    name: str
    role: str
    unit: str
    hint: str


@dataclass(frozen=True)
class ListPlan:
    """A list of categories to make."""

    key: str
    label_sv: str
    values: tuple[CategoryValue, ...]
    multiple: bool = False


@dataclass(frozen=True)
class Choice:
    """A setting of the root."""

    key: str
    value: Any


@dataclass(frozen=True)
class CodedList:
    """A saved list with its categories by code."""

    row: CategoryList
    by_code: Mapping[str, Category]

    def named(self, label: str) -> Category:
        """The category with this label or alias. KeyError when the list has none."""
        found = categories.get_list(self.row.pk).find(label)
        if found is None:
            raise KeyError(label)
        return self.by_code[found.code]


@dataclass(frozen=True)
class Site:
    """Where the records go, who writes them, and when."""

    root: Unit
    by: User
    now: datetime
    units: Mapping[str, Unit]
    lists: Mapping[str, CodedList] = field(default_factory=dict)

    def dice(self, purpose: str) -> Dice:
        return Dice(f"{self.root.slug}/{purpose}")


def add_units(plan: UnitPlan) -> dict[str, Unit]:
    """The units by slug, the root first."""
    units = dict(_add(plan, None))
    rebuild_below(units[plan.slug])
    return units


def _add(plan: UnitPlan, parent: Unit | None) -> Iterator[tuple[str, Unit]]:
    unit = add_unit(
        name=plan.name,
        slug=plan.slug,
        level=plan.level,
        first_day=SINCE,
        parent=parent,
        place=Place(0, None, plan.kind, plan.area, plan.provider),
    )
    yield plan.slug, unit
    for child in plan.below:
        yield from _add(child, unit)


def add_settings(root: Unit, choices: tuple[Choice, ...]) -> None:
    for choice in choices:
        choose(root, choice.key, choice.value, first_day=SINCE)


def add_lists(root: Unit, plans: tuple[ListPlan, ...]) -> dict[str, CodedList]:
    for plan in plans:
        content = NewList(label_sv=plan.label_sv, categories=plan.values, multiple=plan.multiple)
        categories.new_version(root=root, key=plan.key, content=content, first_day=SINCE)
    rows = CategoryList.objects.filter(root=root).prefetch_related("categories")
    return {row.key: CodedList(row, {category.code: category for category in row.categories.all()}) for row in rows}


def add_people(plans: tuple[PersonPlan, ...], units: Mapping[str, Unit], root: Unit) -> list[User]:
    """Nobody gets a password: the demo's own page is the only door."""
    found = []
    for order, plan in enumerate(plans):
        user = User.objects.create_user(email=address(plan.name, root), name=plan.name)
        Assignment.objects.create(user=user, unit=units[plan.unit], role=plan.role, first_day=SINCE)
        DemoPerson.objects.create(user=user, root=root, hint=plan.hint, order=order)
        found.append(user)
    return found


def address(name: str, root: Unit) -> str:
    plain = name.casefold().translate(str.maketrans("åäöé ", "aaoe."))
    return f"{plain}@{root.slug}.exempel.se"
