"""The texts of a deviation, encrypted and apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.deviations.models.deviation import Deviation
from varvet.registers.deviations.models.investigation import Cause


class Part(models.TextChoices):
    WHAT = "what", _("Vad som hände")
    AFFECTED = "affected", _("Vem som berördes")
    DONE = "done", _("Vad som gjordes direkt")
    MORE = "more", _("Tillagt av den som rapporterade")
    NOTE = "note", _("Intern anteckning")
    MESSAGE = "message", _("Besked på vägen")
    DISMISSED = "dismissed", _("Varför det inte är en avvikelse")
    REROUTED = "rerouted", _("Varför den skickades vidare")
    UNMARKED = "unmarked", _("Varför märkningen för lex Sarah togs bort")
    ROUTINE = "routine", _("Rutin eller aktivitet som brast")
    ANALYSIS = "analysis", _("Utredning")
    CAUSE = "cause", _("Orsak")
    NO_MEASURE = "no_measure", _("Varför ingen åtgärd behövs")
    PLAN = "plan", _("Vad som följs upp")
    FOLLOWED = "followed", _("Hur det gick")
    LESSON = "lesson", _("Lärdom")
    FEEDBACK = "feedback", _("Så blev det")
    REASON = "reason", _("Varför den öppnades igen")


# What was written by or to the one who reported; all else is read only by those who handle.
READ_BY_REPORTER = (Part.WHAT, Part.AFFECTED, Part.DONE, Part.MORE, Part.MESSAGE, Part.DISMISSED, Part.FEEDBACK)
TOLD = frozenset({Part.WHAT, Part.AFFECTED, Part.DONE, Part.MORE})  # by the one who reported


class Narrative(narratives.Narrative):
    """`cause` ties the words of one cause to it."""

    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)
    cause = models.ForeignKey(Cause, on_delete=models.CASCADE, null=True, blank=True, related_name="narratives")

    class Meta:
        indexes = [models.Index(fields=["deviation", "part"], name="deviation_narrative_part")]
