"""What comes between a decision and the end: who was told, what was followed up, and openings anew."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.registers.lex_sarah.models.case import LexSarah
from varvet.registers.lex_sarah.rules.following import RESULT_LABELS
from varvet.registers.lex_sarah.rules.telling import WHOM_LABELS, Whom


class Told(models.Model):
    """Somebody was told how it went; or the person affected was not, and the reason is among the texts."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="told")
    whom = models.CharField(max_length=10, choices=list(WHOM_LABELS.items()))
    withheld = models.BooleanField(default=False)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["told_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withheld=False) | Q(whom=Whom.AFFECTED), name="lex_sarah_only_affected_untold"
            ),
        ]


class FollowUp(models.Model):
    """What is looked at, by which day, and what it showed."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="follow_ups")
    plan = EncryptedText()
    planned_on = models.DateField()
    due_on = models.DateField()
    result = models.CharField(max_length=10, blank=True, choices=list(RESULT_LABELS.items()))
    words = EncryptedText(null=True, blank=True)
    judged_at = models.DateTimeField(null=True, blank=True)
    judged_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(result="", judged_at__isnull=True, words__isnull=True)
                | Q(result__gt="", judged_at__isnull=False, words__isnull=False),
                name="lex_sarah_follow_up_judged_with_words",
            ),
            models.UniqueConstraint(fields=["case"], condition=Q(result=""), name="lex_sarah_one_planned_follow_up"),
        ]


class Reopening(models.Model):
    """The case was taken up again after it had ended, or sent back for more investigation, on a day."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="reopenings")
    reopened_at = models.DateTimeField()
    reopened_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["reopened_at", "pk"]
