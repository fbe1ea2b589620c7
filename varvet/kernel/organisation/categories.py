"""A root's lists of categories, such as types of deviation: versions, labels and the other names they go by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from varvet.kernel.organisation.models import Category, CategoryAlias, CategoryList, Unit


@dataclass(frozen=True)
class CategoryValue:
    """One category of a version. `code` is the same through all versions; aliases are other names for it."""

    code: str
    label_sv: str
    label_en: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Everything it may be called, folded for comparison."""
        return frozenset(fold(name) for name in (self.code, self.label_sv, self.label_en, *self.aliases) if name)


@dataclass(frozen=True)
class ListVersion:
    """A list as it stood from a day on. `multiple` says that a record may have several of its categories."""

    id: int
    key: str
    version: int
    label_sv: str
    label_en: str
    multiple: bool
    first_day: date
    categories: tuple[CategoryValue, ...]

    def label(self, code: str) -> str:
        """The Swedish label of a code. NoCategory for a code the version does not have."""
        for category in self.categories:
            if category.code == code:
                return category.label_sv
        raise NoCategory(f"{self.key} version {self.version} has no category {code!r}")

    def find(self, name: str) -> CategoryValue | None:
        """The category called so, by code, label or alias; capitals and surrounding space do not matter."""
        wanted = fold(name)
        return next((category for category in self.categories if wanted in category.names), None)


@dataclass(frozen=True)
class NewList:
    """What a new version holds, its categories in the order they are shown. ValueError for a name used twice."""

    label_sv: str
    categories: tuple[CategoryValue, ...]
    multiple: bool = False
    label_en: str = ""

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for category in self.categories:
            if category.names & seen:
                raise ValueError(f"{category.code!r} shares a name with another category of the list")
            seen |= category.names


class NoList(LookupError):
    """The root has no version of the list on the day."""


class NoCategory(LookupError):
    """The version has no such category."""


def fold(name: str) -> str:
    """A name as it is compared: lower case, single spaces."""
    return " ".join(name.casefold().split())


def find_list(root: Unit, key: str, day: date) -> CategoryList | None:
    """The row of the version in force on a day; None before the first one."""
    return CategoryList.objects.filter(root=root, key=key, first_day__lte=day).order_by("-version").first()


def list_on(root: Unit, key: str, day: date) -> ListVersion:
    """The version in force on a day. NoList before the first one."""
    row = find_list(root, key, day)
    if row is None:
        raise NoList(f"{key!r} has no version on {day.isoformat()}")
    return _value(row)


def get_list(list_id: int) -> ListVersion:
    """The version a record was coded with. NoList for an id nobody has."""
    row = CategoryList.objects.filter(pk=list_id).first()
    if row is None:
        raise NoList(f"no list has the id {list_id}")
    return _value(row)


def find(root: Unit, key: str, label_or_alias: str, day: date) -> CategoryValue | None:
    """The category so called in the version of a day; None where it has none. NoList before the first version."""
    return list_on(root, key, day).find(label_or_alias)


def label(list_id: int, code: str) -> str:
    """The Swedish label of a code as the record's own version has it. For many codes, ask `get_list` once."""
    return get_list(list_id).label(code)


@transaction.atomic
def new_version(*, root: Unit, key: str, content: NewList, first_day: date) -> ListVersion:
    """Adds a version that holds from a day on. Old versions stay, and old records keep the one they were coded with.

    A category that is renamed keeps its old label, and its aliases, as aliases.
    ValueError where the version would not begin after the one before it.
    """
    last = CategoryList.objects.select_for_update().filter(root=root, key=key).order_by("-version").first()
    if last is not None and first_day <= last.first_day:
        raise ValueError(f"{key!r} already has a version from {last.first_day.isoformat()}")
    row = CategoryList.objects.create(
        root=root,
        key=key,
        version=last.version + 1 if last else 1,
        label_sv=content.label_sv,
        label_en=content.label_en,
        multiple=content.multiple,
        first_day=first_day,
    )
    kept = _value(last).categories if last else ()
    _write(row, _with_old_names(content.categories, kept))
    return _value(row)


@transaction.atomic
def add_categories(*, root: Unit, key: str, content: NewList, day: date) -> CategoryList:
    """The list with more categories from a day on, made where there is none.

    A version that begins on that day or later only grows: what is coded with it keeps its words.
    """
    last = CategoryList.objects.select_for_update().filter(root=root, key=key).order_by("-version").first()
    if last is None or last.first_day < day:
        kept = _value(last) if last else None
        label, multiple = (kept.label_sv, kept.multiple) if kept else (content.label_sv, content.multiple)
        whole = NewList(label, (*(kept.categories if kept else ()), *content.categories), multiple=multiple)
        return CategoryList.objects.get(pk=new_version(root=root, key=key, content=whole, first_day=day).id)
    known = _value(last).categories
    NewList(last.label_sv, (*known, *content.categories))  # no name is used twice
    _write(last, content.categories, after=len(known))
    return last


def _with_old_names(new: tuple[CategoryValue, ...], old: tuple[CategoryValue, ...]) -> list[CategoryValue]:
    """The new categories, each with the names it had before unless another category has taken the name."""
    before = {category.code: category for category in old}
    taken = frozenset[str]().union(*(category.names for category in new))
    return [_with_names_of(category, before.get(category.code), taken) for category in new]


def _with_names_of(new: CategoryValue, old: CategoryValue | None, taken: frozenset[str]) -> CategoryValue:
    if old is None:
        return new
    earlier = [name for name in (old.label_sv, old.label_en, *old.aliases) if name and fold(name) not in taken]
    aliases = {fold(name): name for name in (*earlier, *new.aliases)}
    return CategoryValue(new.code, new.label_sv, new.label_en, tuple(aliases.values()))


def _write(row: CategoryList, categories: Iterable[CategoryValue], *, after: int = 0) -> None:
    for order, category in enumerate(categories, start=after):
        saved = Category.objects.create(
            list=row, code=category.code, label_sv=category.label_sv, label_en=category.label_en, order=order
        )
        CategoryAlias.objects.bulk_create(CategoryAlias(category=saved, alias=alias) for alias in category.aliases)


def _value(row: CategoryList) -> ListVersion:
    categories = tuple(
        CategoryValue(c.code, c.label_sv, c.label_en, tuple(alias.alias for alias in c.aliases.all()))
        for c in row.categories.prefetch_related("aliases")
    )
    return ListVersion(
        row.pk, row.key, row.version, row.label_sv, row.label_en, row.multiple, row.first_day, categories
    )
