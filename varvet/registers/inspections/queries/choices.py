"""What a root chooses about inspections: who inspects from outside, and its own ways of looking."""

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.setting_cards import Group, ListCard
from varvet.registers.inspections.models import BODIES, FORMS

CHOICES = (
    ListCard(
        BODIES,
        marked("Vilka som granskar utifrån"),
        marked("Myndigheter, revisorer och andra som granskar verksamheten."),
        Group.OTHERS,
    ),
    ListCard(
        FORMS,
        marked("Egna sätt att granska"),
        marked("Till exempel ärendegenomgång, verksamhetsuppföljning och stickprov."),
        Group.OTHERS,
    ),
)
