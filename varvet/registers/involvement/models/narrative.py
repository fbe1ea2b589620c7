"""The texts of an activity, encrypted and apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.involvement.models.activity import Activity


class Part(models.TextChoices):
    PURPOSE = "purpose", _("Vad ni vill ta reda på")
    HEARD = "heard", _("Vad ni hörde")
    RESULT = "result", _("Mer om vad det ledde till")
    TOLD = "told", _("Vad de som deltog fick veta")
    CANCELLED = "cancelled", _("Varför den ställdes in")
    REOPENED = "reopened", _("Varför den öppnades igen")
    NOTE = "note", _("Intern anteckning")


class Narrative(narratives.Narrative):
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=12, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["activity", "part"], name="activity_part")]
