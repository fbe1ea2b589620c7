"""Questions that a plan brings with it: found in the root's list, or added there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _

from varvet.kernel.organisation.categories import CategoryValue, ListVersion, NewList, add_categories, get_list
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.registers.self_checks.models import QUESTIONS

LONGEST_CODE = 60


@dataclass(frozen=True)
class Wanted:
    """A question by its words; its number and its code where it has them."""

    label: str
    number: str = ""
    code: str = ""


def find_or_add(root: Unit, wanted: Sequence[Wanted], day: date) -> list[Category]:
    """One category for each, in order: one that goes by the words, number or code, or a new one from the day on."""
    Unit.objects.select_for_update().get(pk=root.pk)  # two plans do not add the same question
    codes = _known(root, wanted)
    new = [_value(one, set(codes.values())) for one in wanted if one not in codes]
    if new:
        title = _("Frågor i egenkontroll")
        add_categories(root=root, key=QUESTIONS, content=NewList(title, tuple(dict.fromkeys(new))), day=day)
        codes = _known(root, wanted)
    found = {category.code: category for category in Category.objects.filter(list=newest_list(root))}
    return [found[codes[one]] for one in wanted]


def newest_list(root: Unit) -> CategoryList | None:
    """The root's newest questions, those of a day to come included."""
    return CategoryList.objects.filter(root=root, key=QUESTIONS).order_by("-version").first()


def _known(root: Unit, wanted: Sequence[Wanted]) -> dict[Wanted, str]:
    row = newest_list(root)
    if row is None:
        return {}
    version = get_list(row.pk)
    codes = {one: _code_of(one, version) for one in wanted}
    return {one: code for one, code in codes.items() if code}


def _code_of(wanted: Wanted, version: ListVersion) -> str:
    named = (version.find(name) for name in (wanted.label, wanted.code, wanted.number) if name)
    return next((found.code for found in named if found), "")


def _value(wanted: Wanted, taken: set[str]) -> CategoryValue:
    code = wanted.code or slugify(wanted.label)[:LONGEST_CODE].strip("-") or "fraga"
    number = 2
    while not wanted.code and code in taken:
        code, number = f"{code[: LONGEST_CODE - 4]}-{number}", number + 1
    return CategoryValue(code, wanted.label, aliases=(wanted.number,) if wanted.number else ())
