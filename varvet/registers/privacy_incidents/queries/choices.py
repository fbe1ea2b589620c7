"""What a root chooses about privacy incidents: its three lists."""

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.setting_cards import Group, ListCard
from varvet.registers.privacy_incidents.models import DATA, GROUPS, TYPES

CHOICES = (
    ListCard(
        TYPES,
        marked("Typer av personuppgiftsincidenter"),
        marked("Vad som hände med uppgifterna."),
        Group.OTHERS,
    ),
    ListCard(
        GROUPS,
        marked("Grupper i personuppgiftsincidenter"),
        marked("Vilka uppgifterna handlar om."),
        Group.OTHERS,
        multiple=True,
    ),
    ListCard(
        DATA,
        marked("Slags uppgifter i personuppgiftsincidenter"),
        marked("Vad uppgifterna säger om någon."),
        Group.OTHERS,
        multiple=True,
    ),
)
