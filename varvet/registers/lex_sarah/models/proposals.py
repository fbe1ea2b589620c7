"""What an investigation proposes, or gives word of, and what the responsible manager answered."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.organisation.models import Unit
from varvet.registers.lex_sarah.models.case import LexSarah
from varvet.registers.lex_sarah.rules.proposals import ANSWER_LABELS, SORT_LABELS, Sort, part_of


class Proposal(models.Model):
    """Numbered within its case. `unit` is whose manager answers; `cause` is the part of the cause it is about."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="proposals")
    number = models.PositiveSmallIntegerField()
    sort = models.CharField(max_length=10, choices=list(SORT_LABELS.items()))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=40, blank=True)
    text = EncryptedText()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    answer = models.CharField(max_length=10, blank=True, choices=list(ANSWER_LABELS.items()))
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = EncryptedText(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="lex_sarah_proposal_number_once"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True, reason__isnull=True)
                | Q(answer__gt="", answered_on__isnull=False, reason__isnull=False, sort=Sort.MEASURE),
                name="lex_sarah_proposal_answered_with_reason",
            ),
        ]

    @property
    def part(self) -> str:
        return part_of(self.number)
