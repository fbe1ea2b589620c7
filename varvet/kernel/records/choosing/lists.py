"""A new version of one of a root's lists of categories, from a day on; old records keep the version they have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.categories import CategoryValue, ListVersion, NewList, fold, new_version
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.organisation.setting_cards import ListCard
from varvet.kernel.organisation.shipped_lists import ensure_list
from varvet.kernel.records.choosing.held import last_version, shipped_summary
from varvet.kernel.records.choosing.settings import SAME, Choice, check_reason, lock, note
from varvet.kernel.records.errors import RuleBroken

MOST, LONGEST_LABEL, LONGEST_CODE = 80, 160, 60
FIELD = "categories"


@dataclass(frozen=True)
class Line:
    """A category as written; without a code it is new."""

    label_sv: str
    label_en: str = ""
    code: str = ""


@dataclass(frozen=True)
class NewVersion:
    """The categories in the order they are shown, from which day, and why."""

    lines: tuple[Line, ...]
    first_day: date
    reason: str


@transaction.atomic
def choose_list(
    *, root: Unit, card: ListCard, content: NewVersion, version: int, by: User, now: datetime
) -> ListVersion:
    """The new version; one that was still to come gives way to it."""
    lock(root, card, version=version, by=by, now=now)
    check_new_version(root, card, content, today=day_of(now))
    _make_room(root, card, day_of(now))
    before = last_version(root, card.key)
    categories = coded(root, card, content.lines)
    label, english = (before.label_sv, before.label_en) if before else (card.label, "")
    multiple = before.multiple if before else card.multiple
    new = NewList(label, categories, multiple=multiple, label_en=english)
    made = new_version(root=root, key=card.key, content=new, first_day=content.first_day)
    value = [{"code": one.code, "sv": one.label_sv, "en": one.label_en} for one in categories]
    note(root, card, Choice(value, content.first_day, content.reason), by=by, now=now)
    return made


def check_new_version(root: Unit, card: ListCard, content: NewVersion, *, today: date) -> None:
    """RuleBroken for a version that cannot be, or that says what the one before it says."""
    check_reason(content.reason)
    check_lines(card, content.lines)
    if content.first_day < today:
        raise RuleBroken("list.past", "En ny version gäller från i dag eller en senare dag.", field="first_day")
    begun = CategoryList.objects.filter(root=root, key=card.key, first_day__lte=today)
    if begun.filter(first_day__gte=content.first_day).exists():
        sentence = marked("Listan har redan en version från i dag. Välj en senare dag.")
        raise RuleBroken("list.today", sentence, field="first_day")
    categories, before = coded(root, card, content.lines), last_version(root, card.key)
    _check_names(categories)
    if before is not None and _shown(categories) == _shown(before.categories):
        raise RuleBroken("list.same", SAME)


def check_lines(card: ListCard, lines: tuple[Line, ...]) -> None:
    """RuleBroken for a list that cannot be chosen from, or that lacks what the program counts apart."""
    if not lines:
        raise RuleBroken("list.empty", "Listan behöver minst en rad.", field=FIELD)
    if len(lines) > MOST:
        raise RuleBroken("list.long", "Listan får ha högst {most} rader.", field=FIELD, values={"most": MOST})
    long = next((one.label_sv for one in lines if max(len(one.label_sv), len(one.label_en)) > LONGEST_LABEL), None)
    if long is not None:
        sentence = marked("Skriv högst {most} tecken på varje rad.")
        raise RuleBroken("list.label", sentence, field=FIELD, values={"most": LONGEST_LABEL})
    twice = _twice(name for one in lines for name in {fold(one.label_sv), fold(one.label_en)} if name)
    if twice:
        sentence = marked("Två rader heter samma sak: {name}")
        raise RuleBroken("list.twice", sentence, field=FIELD, values={"name": twice})
    if card.counted - {one.code for one in lines}:
        sentence = marked("En rad som Varvet räknar för sig är borttagen. Den kan byta namn, men inte tas bort.")
        raise RuleBroken("list.counted", sentence, field=FIELD)


def _check_names(categories: Iterable[CategoryValue]) -> None:
    """A category goes by its code too: nothing else may be called so."""
    taken = _twice(name for one in categories for name in one.names)
    if taken:
        sentence = marked("Namnet används redan i listan, kanske för något som har bytt namn: {name}")
        raise RuleBroken("list.taken", sentence, field=FIELD, values={"name": taken})


def _make_room(root: Unit, card: ListCard, today: date) -> None:
    """The shipped list becomes the root's first version; a version that has not begun gives way."""
    if shipped_summary(card.key) is not None:
        ensure_list(root, card.key, today)
    CategoryList.objects.filter(root=root, key=card.key, first_day__gt=today).delete()


def coded(root: Unit, card: ListCard, lines: tuple[Line, ...]) -> tuple[CategoryValue, ...]:
    """Each category by its code. One that comes back gets the code it had; a new one a code nobody has had."""
    known = _known(root, card)
    called = {name: code for code, name in known.items()}
    used = {one.code for one in lines if one.code in known}
    found = []
    for one in lines:
        code = one.code if one.code in known else called.get(fold(one.label_sv), "")
        if not code or (one.code != code and code in used):
            code = _free(slugify(one.label_sv)[: LONGEST_CODE - 4] or "kategori", {*known, *used})
        used.add(code)
        found.append(CategoryValue(code, one.label_sv, one.label_en))
    return tuple(found)


def _known(root: Unit, card: ListCard) -> dict[str, str]:
    """Every code the list has had, with the name it had last."""
    before = last_version(root, card.key)
    rows = Category.objects.filter(list__root=root, list__key=card.key).order_by("list__version")
    shipped = {one.code: fold(one.label_sv) for one in before.categories} if before else {}
    return shipped | {row.code: fold(row.label_sv) for row in rows}


def _free(wanted: str, taken: set[str]) -> str:
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(code for code in numbered if code not in taken)


def _shown(categories: Iterable[CategoryValue]) -> list[tuple[str, str, str]]:
    return [(one.code, one.label_sv, one.label_en) for one in categories]


def _twice(names: Iterable[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""
