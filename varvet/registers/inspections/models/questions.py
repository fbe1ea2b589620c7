"""Questions from outside, with who answers each, the answer, and who has looked at it."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.organisation.models import Unit
from varvet.registers.inspections.models.inspection import Inspection
from varvet.registers.inspections.rules import LONGEST_CODE, LONGEST_QUESTION, Answering, standing


class Question(models.Model):
    """`text` is the asker's own. `same` is alike for questions that ask the same thing, in whatever year.

    It has a version of its own, so that many can answer at once.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=LONGEST_CODE, blank=True)
    text = models.CharField(max_length=LONGEST_QUESTION)
    same = models.CharField(max_length=LONGEST_QUESTION)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    answer = EncryptedText(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "number"], name="inspection_question_number_once"),
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True) | Q(answered_on__isnull=False),
                name="inspection_question_reviewed_when_answered",
            ),
        ]

    @property
    def standing(self) -> Answering:
        return standing(answered=self.answered_on is not None, reviewed=self.reviewed_on is not None)
