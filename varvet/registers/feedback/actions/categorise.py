"""Sorting: what sort of feedback it is and what it is about."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.organisation.shipped_lists import ensure_list
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import begin, finish
from varvet.registers.feedback.models import TYPES, Feedback, Mention, first_due
from varvet.registers.feedback.rules import Event

NOT_LISTED = marked("Typen finns inte i listan. Välj en annan.")


@dataclass(frozen=True)
class Sorting:
    """The sort and the codes of its types in the root's list, of which the first is the primary."""

    sort: rules.Sort
    codes: tuple[str, ...] = ()


@transaction.atomic
def categorise(*, feedback: Feedback, sorting: Sorting, version: int, by: User, now: datetime) -> Feedback:
    """By the list in force today, whichever it was sorted by before."""
    current = begin(feedback, Event.CATEGORISE, version=version, by=by, now=now)
    versions = ensure_list(current.root, TYPES, day_of(now)) if sorting.codes else None
    known = {category.code: category for category in versions.categories.all()} if versions else {}
    if any(code not in known for code in sorting.codes):
        raise RuleBroken("feedback.category.list", NOT_LISTED, field="categories")
    current.sort, current.category_list = sorting.sort, versions
    current.answer_due_on = first_due(current.root, sorting.sort, day_of(current.received_at))
    Mention.objects.filter(feedback=current).delete()
    Mention.objects.bulk_create(mentions_of(current, tuple(known[code] for code in dict.fromkeys(sorting.codes))))
    return finish(current, "categorised", by=by, data={"sort": sorting.sort})


def check_categories(versions: CategoryList | None, categories: tuple[Category, ...]) -> None:
    """Categories belong to the list the feedback is coded with."""
    if categories and (versions is None or any(c.list_id != versions.pk for c in categories)):
        raise RuleBroken("feedback.category.list", NOT_LISTED, field="categories")


def mentions_of(feedback: Feedback, categories: tuple[Category, ...]) -> list[Mention]:
    return [
        Mention(feedback=feedback, category=category, primary=number == 0) for number, category in enumerate(categories)
    ]
