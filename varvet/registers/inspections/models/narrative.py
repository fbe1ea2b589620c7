"""The texts of an inspection, encrypted and apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.inspections.models.inspection import Inspection


class Part(models.TextChoices):
    DEMAND = "demand", _("Det som begärs")
    ANSWER = "answer", _("Vårt svar")
    DECISION = "decision", _("Vad beslutet säger")
    CLOSED = "closed", _("Vad det har lett till")
    REOPENED = "reopened", _("Varför den öppnades igen")
    WITHDRAWN = "withdrawn", _("Varför den återkallades")
    NOTE = "note", _("Intern anteckning")


INTERNAL = (Part.NOTE, Part.REOPENED)  # never shown to the board


class Narrative(narratives.Narrative):
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=12, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["inspection", "part"], name="inspection_part")]
