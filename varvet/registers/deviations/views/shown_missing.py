"""What is missing before a deviation can be closed, and where it is done."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.models import Deviation, progress_of

ON_PAGE = {rules.ANSWERS: "orsaker", rules.HANDOVERS: "overlamningar", rules.ASKED: "fragor"}


@dataclass(frozen=True)
class Left:
    """Something to do before closing, and where; no address for what the closing itself does."""

    label: str
    href: str


def items_of(deviation: Deviation) -> list[rules.Missing]:
    return rules.before_closing(progress_of(deviation, told=deviation.told_on is not None))


def missing_of(deviation: Deviation) -> list[Left]:
    """On the closing's own page: what it does not do itself."""
    left = [item for item in items_of(deviation) if not item.done and item.place != rules.Event.CLOSE]
    return [left_of(item, deviation) for item in left]


def needs_telling(deviation: Deviation) -> bool:
    return any(item.place == rules.Event.CLOSE and not item.done for item in items_of(deviation))


def left_of(item: rules.Missing, deviation: Deviation) -> Left:
    return Left(sentence_of(item), address_of(item.place, deviation))


def sentence_of(item: rules.Missing) -> str:
    return _(item.sentence).format(left=item.left, total=item.total)


def address_of(place: str, deviation: Deviation) -> str:
    """Of a step's page, or of a place on the record's own."""
    if place == rules.WEIGH:
        return reverse("questions:weigh", args=[queries.unweighed_of(deviation).reference])
    if place in ON_PAGE:
        return f"{reverse('deviations:page', args=[deviation.reference])}#{ON_PAGE[place]}"
    return reverse(f"deviations:{place}", args=[deviation.reference])
