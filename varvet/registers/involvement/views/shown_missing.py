"""What is missing before an activity can be concluded, and where it is done."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.ui.sentences import said
from varvet.registers.involvement import rules
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import Event


@dataclass(frozen=True)
class Left:
    label: str
    href: str


def items_of(activity: Activity) -> list[rules.Missing]:
    return rules.before_concluding(activity.progress)


def missing_of(activity: Activity) -> list[Left]:
    return [left_of(item, activity) for item in items_of(activity) if not item.done]


def left_of(item: rules.Missing, activity: Activity) -> Left:
    """No address where the state does not let it be done yet."""
    possible = rules.may(item.place, activity.status)
    return Left(said(item.sentence), address_of(item.place, activity) if possible else "")


def address_of(event: Event, activity: Activity) -> str:
    return reverse(f"involvement:{event}", args=[activity.reference])
