"""What is missing before an answer is sent, or before an inspection is closed, and where it is done."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.ui.sentences import said
from varvet.registers.inspections import rules
from varvet.registers.inspections.models import Inspection, progress_of
from varvet.registers.inspections.rules import BEGUN, KNOWN, Event, Missing


@dataclass(frozen=True)
class Left:
    label: str
    href: str


def missing_of(inspection: Inspection) -> list[Left]:
    """Of what comes next: sending while it is written, closing when it is decided."""
    progress = progress_of(inspection)
    if rules.suits(Event.SEND, inspection.sort, inspection.status) and inspection.status in BEGUN:
        return [_left(item, inspection) for item in rules.before_sending(progress)]
    if inspection.status in KNOWN:
        return [_left(item, inspection) for item in rules.before_closing(progress)]
    return []


def _left(item: Missing, inspection: Inspection) -> Left:
    sentence = said(item.sentence).format(**dict(item.values))
    if item.finding:
        return Left(sentence, reverse("inspections:settle", args=[inspection.reference, item.finding]))
    place = "questions" if item.values else Event.ANSWER
    return Left(sentence, reverse(f"inspections:{place}", args=[inspection.reference]))


def address_of(event: Event, inspection: Inspection) -> str:
    return reverse(f"inspections:{event}", args=[inspection.reference])
