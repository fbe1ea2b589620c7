"""A root's own version of a list of categories, or the shipped one until the root has decided on its own."""

from datetime import date

from varvet.kernel.law.category_lists import ShippedList, shipped_list
from varvet.kernel.organisation.categories import CategoryValue, NewList, find_list, new_version
from varvet.kernel.organisation.models import Category, CategoryList, Unit


def choices_on(root: Unit, key: str, day: date) -> list[tuple[str, str]]:
    """Codes and Swedish labels in force on a day; writes nothing."""
    row = find_list(root, key, day)
    if row is None:
        return [(category.code, category.label_sv) for category in shipped_list(key).categories]
    return [(category.code, category.label_sv) for category in row.categories.all()]


def label_ever(root: Unit, key: str, code: str) -> str:
    """What a code was called last, also when the list does not have it any more; the code itself if nobody knows."""
    row = Category.objects.filter(list__root=root, list__key=key, code=code).order_by("-list__version").first()
    if row is not None:
        return row.label_sv
    return next((one.label_sv for one in shipped_list(key).categories if one.code == code), code)


def ensure_list(root: Unit, key: str, day: date) -> CategoryList:
    """The version in force on a day; a root that has none gets the shipped one, from the root's first day.

    Must run inside an action's transaction.
    """
    row = find_list(root, key, day)
    if row is None:
        Unit.objects.select_for_update().get(pk=root.pk)  # of two who need it first, one writes it
        row = find_list(root, key, day)
    if row is None:
        new_version(root=root, key=key, content=content_of(shipped_list(key)), first_day=min(root.first_day, day))
        row = find_list(root, key, day)
    assert row is not None
    return row


def find_category(root: Unit, key: str, code: str, day: date) -> Category | None:
    """The category of the version in force, made ready if need be; None for a code it does not have."""
    return ensure_list(root, key, day).categories.filter(code=code).first()


def content_of(shipped: ShippedList) -> NewList:
    """A shipped list as the first version of a root's own."""
    categories = tuple(CategoryValue(c.code, c.label_sv, c.label_en) for c in shipped.categories)
    return NewList(shipped.label_sv, categories, multiple=shipped.multiple, label_en=shipped.label_en)
