"""The texts of a case, encrypted and apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.lex_sarah.models.case import LexSarah


class Part(models.TextChoices):
    """The first three are the reporter's; the rest is the investigation's and the decision's."""

    WHAT = "what", _("Vad som hände")
    AT_ONCE = "at_once", _("Vad som gjordes direkt")
    INFORMED = "informed", _("Hur den berörda informerades")
    EVENT = "event", _("Vad som hände, enligt utredningen")
    NOTICED = "noticed", _("När och hur det uppmärksammades")
    CONSEQUENCES = "consequences", _("Konsekvenser för den enskilda")
    CAUSES = "causes", _("Orsaker")
    AGAIN = "again", _("Om liknande hänt förut eller kan hända igen")
    MEASURES = "measures", _("Åtgärder, gjorda och planerade")
    VIEW = "view", _("Den berördas egen uppfattning")
    DECISION = "decision", _("Skäl för beslutet")
    REASON = "reason", _("Varför utredning inte inleds")


REPORTED_PARTS = (Part.WHAT, Part.AT_ONCE, Part.INFORMED)


class Narrative(narratives.Narrative):
    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=12, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["case", "part"], name="lex_sarah_narrative_part")]
