"""The texts of a case, encrypted and apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.lex_sarah.models.case import LexSarah
from varvet.registers.lex_sarah.models.investigation import CaseEvent, Cause


class Part(models.TextChoices):
    """The first three are the reporter's; the rest is the handling's, the investigation's and the decision's."""

    WHAT = "what", _("Vad som hände")
    AT_ONCE = "at_once", _("Vad som gjordes direkt")
    INFORMED = "informed", _("Hur den berörda informerades")
    MORE = "more", _("Tillagt av den som rapporterade")
    MADE_SAFE = "made_safe", _("Omedelbara åtgärder")
    TOLD_PERSON = "told_person", _("Så fick den berörda veta")
    NOT_TOLD = "not_told", _("Varför den berörda inte har informerats")
    SECRECY = "secrecy", _("Varför sekretessen ändrades")
    REASSIGNED = "reassigned", _("Varför utredaren byttes")
    EVENT = "event", _("Vad som hände, enligt utredningen")
    NOTICED = "noticed", _("När och hur det uppmärksammades")
    WHEN = "when", _("När det hände")
    CONSEQUENCES = "consequences", _("Konsekvenser för den enskilda")
    CAUSES = "causes", _("Orsaker")
    AGAIN = "again", _("Om liknande hänt förut eller kan hända igen")
    MEASURES = "measures", _("Åtgärder, gjorda och planerade")
    VIEW = "view", _("Den berördas egen uppfattning")
    NOT_ASKED = "not_asked", _("Varför den berörda inte har tillfrågats")
    HAPPENING = "happening", _("Händelse")
    CAUSE = "cause", _("Orsak")
    NO_MEASURE = "no_measure", _("Varför ingen åtgärd behövs")
    DECISION = "decision", _("Skäl för beslutet")
    REASON = "reason", _("Varför utredning inte inleds")
    SENT_BACK = "sent_back", _("Varför mer behöver utredas")
    FEEDBACK = "feedback", _("Så blev det")
    TO_UNIT = "to_unit", _("Återkoppling till enheten")
    TO_AFFECTED = "to_affected", _("Besked till den som berördes")
    UNTOLD = "untold", _("Varför den som berördes inte har fått besked")
    REOPENED = "reopened", _("Varför ärendet öppnades igen")


REPORTED_PARTS = (Part.WHAT, Part.AT_ONCE, Part.INFORMED, Part.MORE, Part.FEEDBACK)
# The sections of an investigation, as they are read. What is written last holds; what stood before is kept.
SECTION_PARTS = (
    Part.EVENT,
    Part.NOTICED,
    Part.WHEN,
    Part.CONSEQUENCES,
    Part.CAUSES,
    Part.AGAIN,
    Part.MEASURES,
    Part.VIEW,
)


class Narrative(narratives.Narrative):
    """`cause` and `happening` tie the words of one cause, or one event, to it."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=12, choices=Part)
    cause = models.ForeignKey(Cause, on_delete=models.CASCADE, null=True, blank=True, related_name="narratives")
    happening = models.ForeignKey(CaseEvent, on_delete=models.CASCADE, null=True, blank=True, related_name="narratives")

    class Meta:
        indexes = [models.Index(fields=["case", "part"], name="lex_sarah_narrative_part")]
