"""What a root has chosen, what holds on a day and what is to come; read once, asked of many keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from varvet.kernel.law.category_lists import shipped_list
from varvet.kernel.organisation.categories import ListVersion, find_list, get_list
from varvet.kernel.organisation.models import CategoryList, Setting, SettingChange, Unit
from varvet.kernel.organisation.setting_cards import ListCard, SettingCard
from varvet.kernel.organisation.settings_of_root import DEFAULTS, get_setting
from varvet.kernel.organisation.shipped_lists import content_of

LIST = "list."  # begins the key under which a list's changes are kept


@dataclass(frozen=True)
class Held:
    """A value and the day it holds from; without a day it is the one that comes with Varvet."""

    value: Any
    first_day: date | None = None


@dataclass(frozen=True)
class Choices:
    """All settings of a root, each in order of its days."""

    rows: Mapping[str, tuple[Held, ...]]

    def held(self, key: str, on: date) -> Held:
        """KeyError for a key nobody has declared."""
        begun = [one for one in self.rows.get(key, ()) if one.first_day is not None and one.first_day <= on]
        return begun[-1] if begun else Held(DEFAULTS[key])

    def to_come(self, key: str, on: date) -> tuple[Held, ...]:
        return tuple(one for one in self.rows.get(key, ()) if one.first_day is not None and one.first_day > on)


@dataclass(frozen=True)
class ListSummary:
    """A version of a list: how many categories it has, and the day it holds from (None as shipped)."""

    count: int
    first_day: date | None = None
    version: int = 0


def read_choices(root: Unit) -> Choices:
    rows: dict[str, tuple[Held, ...]] = {}
    for row in Setting.objects.filter(root=root).order_by("first_day"):
        rows[row.key] = (*rows.get(row.key, ()), Held(row.value, row.first_day))
    return Choices(rows)


def read_lists(root: Unit) -> dict[str, tuple[ListSummary, ...]]:
    """The versions of each list, the first one first; a list that nobody has chosen is not there."""
    found: dict[str, tuple[ListSummary, ...]] = {}
    rows = CategoryList.objects.filter(root=root).annotate(number=Count("categories")).order_by("key", "version")
    for row in rows:
        found[row.key] = (*found.get(row.key, ()), ListSummary(row.number, row.first_day, row.version))
    return found


def shipped_summary(key: str) -> ListSummary | None:
    """As it comes with Varvet; None for a list that does not."""
    try:
        return ListSummary(len(shipped_list(key).categories))
    except KeyError:
        return None


def last_version(root: Unit, key: str) -> ListVersion | None:
    """The version to begin from: the one that was made last, else the shipped one; None where there is neither."""
    row = CategoryList.objects.filter(root=root, key=key).order_by("-version").first()
    return get_list(row.pk) if row else _shipped(root, key)


def _shipped(root: Unit, key: str) -> ListVersion | None:
    try:
        content = content_of(shipped_list(key))
    except KeyError:
        return None
    return ListVersion(
        0, key, 0, content.label_sv, content.label_en, content.multiple, root.first_day, content.categories
    )


def labels_of(card: SettingCard, root: Unit, day: date) -> Mapping[str, str]:
    """What is chosen among: marked labels, or the names of another of the root's choices."""
    if not card.among:
        return card.labels
    names: Mapping[str, str] = get_setting(root, card.among, day)
    return names


def list_changes(root: Unit, card: SettingCard | ListCard) -> list[SettingChange]:
    """The latest first."""
    return list(SettingChange.objects.filter(root=root, key=key_of(card)))


def version_of(root: Unit, card: SettingCard | ListCard) -> int:
    """Counts what has been changed: a form that was opened on another number is stale."""
    changes = SettingChange.objects.filter(root=root, key=key_of(card)).count()
    return changes + (CategoryList.objects.filter(root=root, key=card.key).count() if isinstance(card, ListCard) else 0)


def key_of(card: SettingCard | ListCard) -> str:
    return f"{LIST}{card.key}" if isinstance(card, ListCard) else card.key


def version_on(root: Unit, key: str, day: date) -> ListVersion | None:
    """What holds on a day, the shipped list where the root has none of its own yet."""
    row = find_list(root, key, day)
    return get_list(row.pk) if row else _shipped(root, key)


def latest_of(root: Unit, key: str, day: date) -> Any:
    """The value to begin a change from: one that is still to come, else what holds on the day."""
    chosen = read_choices(root)
    later = chosen.to_come(key, day)
    return later[-1].value if later else chosen.held(key, day).value
