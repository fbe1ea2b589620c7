"""What people said and wrote, encrypted apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.feedback.models.feedback import Feedback


class Part(models.TextChoices):
    """SENDER is who said it and how to reach them: read only by those who answer, as is NOTE. With the code of the
    receipt whoever sent it reads what is in TOLD, and nothing else."""

    WHAT = "what", _("Det som sades")
    SENDER = "sender", _("Den som hörde av sig")
    ANSWER = "answer", _("Svar")
    ASKED = "asked", _("Fråga till den som hörde av sig")
    ADDED = "added", _("Tillagt av den som hörde av sig")
    NOTE = "note", _("Intern anteckning")
    REASON = "reason", _("Varför inget svar lämnas")
    AGAIN = "again", _("Varför ärendet öppnades igen")
    MOVED = "moved", _("Varför ärendet flyttades")


TOLD = (Part.WHAT, Part.ANSWER, Part.ASKED, Part.ADDED)


class Narrative(narratives.Narrative):
    feedback = models.ForeignKey(Feedback, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["feedback", "part"], name="feedback_narrative_part")]
