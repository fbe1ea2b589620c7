"""What people said and wrote, encrypted apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.feedback.models.feedback import Feedback


class Part(models.TextChoices):
    """SENDER is who said it and how to reach them: read only by those who answer."""

    WHAT = "what", _("Det som sades")
    SENDER = "sender", _("Den som hörde av sig")
    ANSWER = "answer", _("Svar")
    REASON = "reason", _("Varför inget svar lämnas")
    AGAIN = "again", _("Varför ärendet öppnades igen")


class Narrative(narratives.Narrative):
    feedback = models.ForeignKey(Feedback, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["feedback", "part"], name="feedback_narrative_part")]
