"""The texts of a deviation, encrypted and apart."""

from django.db import models

from varvet.kernel.records import narratives
from varvet.registers.deviations.models.deviation import Deviation


class Part(models.TextChoices):
    WHAT = "what", "Vad som hände"
    AFFECTED = "affected", "Vem som berördes"
    DONE = "done", "Vad som gjordes direkt"
    MORE = "more", "Tillagt av den som rapporterade"
    NOTE = "note", "Anteckning vid bedömningen"
    LESSON = "lesson", "Lärdom"
    FEEDBACK = "feedback", "Så blev det"
    REASON = "reason", "Varför den öppnades igen"


class Narrative(narratives.Narrative):
    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["deviation", "part"], name="deviation_narrative_part")]
