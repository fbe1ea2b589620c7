"""Sorting: what sort of feedback it is and what it is about."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import begin, finish
from varvet.registers.feedback.models import Feedback, Mention


@dataclass(frozen=True)
class Sorting:
    """The sort and the categories, of which the first is the primary."""

    sort: rules.Sort
    category_list: CategoryList | None = None
    categories: tuple[Category, ...] = ()


@transaction.atomic
def categorise(*, feedback: Feedback, sorting: Sorting, version: int, by: User, now: datetime) -> Feedback:
    current = begin(feedback, version=version, by=by, now=now)
    check_categories(sorting.category_list, sorting.categories)
    current.sort, current.category_list = sorting.sort, sorting.category_list
    Mention.objects.filter(feedback=current).delete()
    Mention.objects.bulk_create(mentions_of(current, sorting.categories))
    return finish(current, "categorised", by=by, data={"sort": sorting.sort})


def check_categories(versions: CategoryList | None, categories: tuple[Category, ...]) -> None:
    """Categories belong to the list the feedback is coded with."""
    if categories and (versions is None or any(c.list_id != versions.pk for c in categories)):
        raise RuleBroken("feedback.category.list", "Typen finns inte i listan. Välj en annan.", field="categories")


def mentions_of(feedback: Feedback, categories: tuple[Category, ...]) -> list[Mention]:
    return [
        Mention(feedback=feedback, category=category, primary=number == 0) for number, category in enumerate(categories)
    ]
