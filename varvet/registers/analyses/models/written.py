"""What people write in an analysis: answers, each with a version of its own, conclusions, and reasons."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.records import narratives
from varvet.registers.analyses.models.analysis import Analysis
from varvet.registers.analyses.rules import CONCLUSION_LABELS, LONGEST_LINE, LONGEST_QUESTION


class Part(models.TextChoices):
    REOPENED = "reopened", _("Varför den öppnades igen")
    WITHDRAWN = "withdrawn", _("Varför den ställdes in")
    NOTE = "note", _("Intern anteckning")


class Narrative(narratives.Narrative):
    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=12, choices=Part)


class Answer(models.Model):
    """A question as it was asked, and the answer. `source` is a register's kind, or empty for the whole.

    `code` is alike for the same question in another analysis. It has a version of its own, so that many write at once.
    """

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=60)
    question = models.CharField(max_length=LONGEST_QUESTION)
    text = EncryptedText(null=True, blank=True)
    written_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    synthetic = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["analysis", "number"], name="analysis_answer_number_once")]


class Conclusion(models.Model):
    """A good example, or what needs to become better: a line about the organisation, with the figure it leans on.

    `area` is a code of the root's quality areas, empty where the root has none.
    """

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="conclusions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=list(CONCLUSION_LABELS.items()))
    area = models.CharField(max_length=20, blank=True)
    line = models.CharField(max_length=LONGEST_LINE)
    measure = models.CharField(max_length=80)
    no_action = models.CharField(max_length=LONGEST_LINE, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["analysis", "number"], name="analysis_conclusion_number_once"),
            models.CheckConstraint(condition=models.Q(line__gt=""), name="analysis_conclusion_says_what"),
        ]

    @property
    def part(self) -> str:
        """What an improvement that answers it names."""
        return f"slutsats-{self.number}"
