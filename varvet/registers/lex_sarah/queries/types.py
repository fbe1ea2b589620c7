"""The root's own list of what kinds of misconduct there are."""

from datetime import date

from varvet.kernel.organisation.categories import find_list
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.registers.lex_sarah.models import TYPES


def category_list_on(root: Unit, day: date) -> CategoryList | None:
    """The version of the list of types in force on a day."""
    return find_list(root, TYPES, day)


def list_types(versions: CategoryList | None) -> list[Category]:
    return list(Category.objects.filter(list=versions))
