"""What a root chooses about feedback: its list of types, and who gives the diary numbers."""

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.setting_cards import Group, ListCard, SettingCard, Shape
from varvet.registers.feedback.models import DIARY_SETTING, TYPES

CHOICES = (
    ListCard(
        TYPES,
        marked("Typer av synpunkter och klagomål"),
        marked("Det en synpunkt handlar om. Räknas i rapporter."),
        Group.OTHERS,
        multiple=True,
    ),
    SettingCard(
        DIARY_SETTING,
        marked("Egen nummerserie för synpunkter"),
        marked("Det som numren börjar med, till exempel SYN. Lämna tomt om diariet ger numren."),
        marked("Från den dagen sätts numret här när en synpunkt diarieförs. Numren ni redan har ändras inte."),
        Group.OTHERS,
        Shape.TEXT,
    ),
)
