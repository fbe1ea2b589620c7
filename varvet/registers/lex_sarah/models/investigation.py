"""What an investigation holds in codes: its events, causes, and who takes part in it without a conflict."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.organisation.models import Category
from varvet.registers.lex_sarah.models.case import LexSarah
from varvet.registers.lex_sarah.rules import OUTCOME_LABELS, ROLE_LABELS


class CaseEvent(models.Model):
    """One of the events that a case is about. Its words are apart; `outcome` is blank until it is decided."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveSmallIntegerField()
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    day = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True, choices=list(OUTCOME_LABELS.items()))

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="lex_sarah_event_number_once")]


class Cause(models.Model):
    """Why it happened, by a category of the root's list. Its words are apart."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="causes")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    needs_no_measure = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    @property
    def part(self) -> str:
        """What a measure that answers this cause says that it follows."""
        return f"cause-{self.pk}"


class Impartiality(models.Model):
    """What somebody has said of their own conflict of interest (jäv) in a case, in one role."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="impartiality")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=14, choices=list(ROLE_LABELS.items()))
    declared_on = models.DateField()
    conflict = models.BooleanField(default=False)
    reason = EncryptedText(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "person", "role"], name="lex_sarah_declared_once"),
            models.CheckConstraint(
                condition=Q(conflict=False, reason__isnull=True) | Q(conflict=True, reason__isnull=False),
                name="lex_sarah_conflict_has_reason",
            ),
        ]


class CaseReference(models.Model):
    """The number of the affected person's own case elsewhere: read with a permission of its own, each reading noted."""

    case = models.OneToOneField(LexSarah, on_delete=models.CASCADE, related_name="case_reference")
    number = EncryptedText()
    written_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()


class Reporting(models.Model):
    """A report written down for somebody without an account: in whose words, encrypted."""

    case = models.OneToOneField(LexSarah, on_delete=models.CASCADE, related_name="reporting")
    told_by = EncryptedText()
