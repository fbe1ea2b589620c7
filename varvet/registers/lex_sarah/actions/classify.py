"""Type: what kind of misconduct the case is about, from the root's own list."""

from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.errors import RuleBroken


def check_type(versions: CategoryList | None, category: Category | None) -> None:
    """A type belongs to the list the case is coded with."""
    if category and (versions is None or category.list_id != versions.pk):
        raise RuleBroken("lex_sarah.category.list", "Typen finns inte i listan. Välj en annan.", field="category")
