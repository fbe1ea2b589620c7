"""What is missing before it can be closed, and where it is done."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.ui.sentences import said
from varvet.registers.feedback import rules
from varvet.registers.feedback.models import Feedback, progress_of
from varvet.registers.feedback.rules import Event, Missing

# The public's own pages have the events' names.
NAMES: dict[str, str] = {Event.JUDGE: "note_judgement", Event.LEAVE: "separate"}
ON_PAGE: dict[str, str] = {rules.ASKED: "fragor", Event.READ: "laser"}


@dataclass(frozen=True)
class Left:
    """Something to do before closing, and where."""

    label: str
    href: str


def items_of(feedback: Feedback) -> list[Missing]:
    return rules.before_closing(progress_of(feedback)) if feedback.status in rules.OPEN else []


def missing_of(feedback: Feedback) -> list[Left]:
    """On the closing's own page: what it does not ask itself."""
    return [left_of(item, feedback) for item in items_of(feedback) if not item.done and not item.field]


def left_of(item: Missing, feedback: Feedback) -> Left:
    return Left(said(item.sentence), address_of(item.place, feedback))


def address_of(place: str, feedback: Feedback) -> str:
    """Of a step's page, or of a place on the record's own."""
    if place == rules.WEIGH:
        return reverse("questions:weigh", args=[feedback.reference])
    if place in ON_PAGE:
        return f"{reverse('feedback:page', args=[feedback.reference])}#{ON_PAGE[place]}"
    return reverse(f"feedback:{NAMES.get(place, place)}", args=[feedback.reference])
