"""A risk: what could happen, how likely and how bad it would be, before and after what is done about it."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.registers.risks.rules import LONGEST_NAME, LONGEST_REFERENCE, OCCASION_LABELS, Score, score_of

KIND = "risks"


def pair(consequence: str, probability: str) -> Q:
    """Both are scored 1-5, or neither is."""
    neither = Q(**{f"{consequence}__isnull": True, f"{probability}__isnull": True})
    return neither | Q(**{f"{consequence}__range": (1, 5), f"{probability}__range": (1, 5)})


class Risk(Record):
    """`name` is what could happen, about the organisation and never about a person. `rank` is the product as it is
    now, 0 before it is scored: lists begin with the highest."""

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(max_length=LONGEST_NAME)
    occasion = models.CharField(max_length=16, choices=list(OCCASION_LABELS.items()))
    process = models.CharField(max_length=LONGEST_REFERENCE, blank=True)
    routine = models.CharField(max_length=LONGEST_REFERENCE, blank=True)
    owner = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    consequence = models.PositiveSmallIntegerField(null=True, blank=True)
    probability = models.PositiveSmallIntegerField(null=True, blank=True)
    residual_consequence = models.PositiveSmallIntegerField(null=True, blank=True)
    residual_probability = models.PositiveSmallIntegerField(null=True, blank=True)
    rank = models.PositiveSmallIntegerField(default=0)
    assessed_on = models.DateField(null=True, blank=True)
    treated_on = models.DateField(null=True, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    accepted_until = models.DateField(null=True, blank=True)
    accepted_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=pair("consequence", "probability"), name="risk_score_whole"),
            models.CheckConstraint(
                condition=pair("residual_consequence", "residual_probability"), name="risk_residual_whole"
            ),
            models.CheckConstraint(
                condition=Q(residual_consequence__isnull=True) | Q(consequence__isnull=False),
                name="risk_residual_after_score",
            ),
            models.CheckConstraint(
                condition=Q(accepted_on__isnull=True, accepted_until__isnull=True)
                | Q(accepted_on__isnull=False, accepted_until__gt=F("accepted_on")),
                name="risk_accepted_for_a_time",
            ),
        ]

    @property
    def score(self) -> Score | None:
        """Before what is done about it."""
        return score_of(self.consequence, self.probability)

    @property
    def residual(self) -> Score | None:
        """After what is done about it."""
        return score_of(self.residual_consequence, self.residual_probability)

    @property
    def current(self) -> Score | None:
        return self.residual or self.score

    @property
    def since(self) -> date | None:
        """The last day it was looked at as a whole."""
        return max((day for day in (self.assessed_on, self.treated_on, self.reviewed_on) if day), default=None)


class Part(models.TextChoices):
    CAUSES = "causes", _("Vad kan det bero på?")
    LEADS_TO = "leads_to", _("Vad kan det leda till?")
    CONTROLS = "controls", _("Vad gör vi redan för att förebygga det?")
    SCORED = "scored", _("Så tänkte vi när vi bedömde")
    AFTER = "after", _("Vad som har gjort risken lägre")
    REVIEWED = "reviewed", _("Vad genomgången visade")
    ACCEPTED = "accepted", _("Varför risken accepteras")
    OCCURRED = "occurred", _("När det inträffade")
    UNTIED = "untied", _("Varför en händelse lossades")
    CLOSED = "closed", _("Varför risken är avslutad")
    REOPENED = "reopened", _("Varför risken öppnades igen")
    HANDED = "handed", _("Varför någon annan tog över")


class Narrative(narratives.Narrative):
    of = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=12, choices=Part)


class What(models.TextChoices):
    """What has happened to a risk that is counted, and kept though the risk is scored anew."""

    ASSESSED = "assessed", _("Bedömd")
    TREATED = "treated", _("Bedömd efter åtgärd")
    REVIEWED = "reviewed", _("Genomgången")
    ACCEPTED = "accepted", _("Accepterad")
    OCCURRED = "came_true", _("Inträffade")
    CLOSED = "closed", _("Avslutad")


class Happening(models.Model):
    """One of them, with the score as it was then; `record` is what came true, `until` how long it is accepted."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="happenings")
    what = models.CharField(max_length=12, choices=What)
    on = models.DateField()
    consequence = models.PositiveSmallIntegerField(null=True, blank=True)
    probability = models.PositiveSmallIntegerField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=pair("consequence", "probability"), name="risk_happening_score_whole"),
            models.CheckConstraint(
                condition=Q(what="came_true", record__isnull=False) | (~Q(what="came_true") & Q(record__isnull=True)),
                name="risk_happening_came_true",
            ),
            models.UniqueConstraint(
                fields=["risk", "record"], condition=Q(what="came_true"), name="risk_came_true_once"
            ),
        ]

    @property
    def score(self) -> Score | None:
        return score_of(self.consequence, self.probability)
