"""A workshop in which several people look for risks and score them together, nobody by name."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.registers.risks.models.risk import Risk, pair
from varvet.registers.risks.rules import LONGEST_NAME, Score, score_of
from varvet.registers.risks.rules.workshops import LONGEST_GROUP, STAGE_LABELS, Stage


class Workshop(models.Model):
    """`code` is what leads there: only those who have been given it take part."""

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    code = models.CharField(max_length=20, unique=True)
    held_on = models.DateField()
    stage = models.CharField(max_length=10, choices=list(STAGE_LABELS.items()), default=Stage.GATHERING)
    led_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")


class Suggestion(models.Model):
    """Something that could happen, as somebody said it: kept without who. `risk` is what it became."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="suggestions")
    text = models.CharField(max_length=LONGEST_NAME)
    group = models.CharField(max_length=LONGEST_GROUP, blank=True)
    consequence = models.PositiveSmallIntegerField(null=True, blank=True)
    probability = models.PositiveSmallIntegerField(null=True, blank=True)
    risk = models.ForeignKey(Risk, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=pair("consequence", "probability"), name="risk_agreed_whole")]

    @property
    def agreed(self) -> Score | None:
        return score_of(self.consequence, self.probability)


class Vote(models.Model):
    """One person's score. `voter` is a keyed hash of who and what, so that each scores once; when scoring ends it
    becomes chance, and nothing tells any more."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="votes")
    voter = models.CharField(max_length=64)
    consequence = models.PositiveSmallIntegerField()
    probability = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "voter"], name="risk_vote_once"),
            models.CheckConstraint(
                condition=Q(consequence__range=(1, 5), probability__range=(1, 5)), name="risk_vote_whole"
            ),
        ]

    @property
    def score(self) -> Score:
        return Score(self.consequence, self.probability)
