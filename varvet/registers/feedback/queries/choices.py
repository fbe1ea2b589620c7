"""What a root chooses about feedback: its list of types."""

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.setting_cards import Group, ListCard
from varvet.registers.feedback.models import TYPES

CHOICES = (
    ListCard(
        TYPES,
        marked("Typer av synpunkter och klagomål"),
        marked("Det en synpunkt handlar om. Räknas i rapporter."),
        Group.OTHERS,
        multiple=True,
    ),
)
