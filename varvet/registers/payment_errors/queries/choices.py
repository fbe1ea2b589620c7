"""What a root chooses about wrong payments: how many it wants told of in a year."""

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.setting_cards import Group, SettingCard, Shape
from varvet.registers.payment_errors.models import GOAL
from varvet.registers.payment_errors.rules import fault_in_goal

CHOICES = (
    SettingCard(
        GOAL,
        marked("Årsmål för felaktiga utbetalningar"),
        marked("Hur många anmälningar ni vill se på ett år. Lämna tomt om ni inte har något mål."),
        marked("Listan visar årets antal bredvid målet från den dagen."),
        Group.OTHERS,
        Shape.TEXT,
        fault=fault_in_goal,
    ),
)
