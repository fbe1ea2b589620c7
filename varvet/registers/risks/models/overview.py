"""A year's risk picture and internal control plan of a root: chosen, decided and frozen, then followed up."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.registers.risks.models.risk import Risk
from varvet.registers.risks.rules.control import FREQUENCY_LABELS, LIGHT_LABELS, LONGEST_METHOD, LONGEST_POINT


class OverviewStatus(models.TextChoices):
    DRAFT = "draft", _("Utkast")
    DECIDED = "decided", _("Beslutad")


class Overview(models.Model):
    """`value` is the whole decided document as JSON, `digest` its SHA-256; empty before. `decided_by` is who decided,
    as told: the board, or a delegate's name and role."""

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=8, choices=OverviewStatus, default=OverviewStatus.DRAFT)
    version = models.PositiveIntegerField(default=0)
    summary = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    paragraph = models.CharField(max_length=40, blank=True)
    written_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    value = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    risks = models.ManyToManyField(Risk, related_name="+", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root", "year"], name="risk_overview_once_a_year"),
            models.CheckConstraint(
                condition=Q(status="draft", digest="", value="", decided_on__isnull=True)
                | (Q(status="decided", decided_on__isnull=False) & ~Q(digest="") & ~Q(value="") & ~Q(decided_by="")),
                name="risk_overview_frozen_when_decided",
            ),
        ]

    @property
    def is_decided(self) -> bool:
        return self.status == OverviewStatus.DECIDED


class ControlPoint(models.Model):
    """What is checked so that a risk is kept low. `responsible` is a role, as the document names nobody; `version`
    counts its follow-ups, said anew or not."""

    overview = models.ForeignKey(Overview, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="points")
    name = models.CharField(max_length=LONGEST_POINT)
    method = models.CharField(max_length=LONGEST_METHOD)
    frequency = models.CharField(max_length=12, choices=list(FREQUENCY_LABELS.items()))
    responsible = models.CharField(max_length=LONGEST_POINT)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["overview", "number"], name="risk_point_number_once")]

    @property
    def part(self) -> str:
        """What a tie to a self-check calls it."""
        return f"point-{self.pk}"


class FollowUp(models.Model):
    """What the check showed in one part of the year; said anew, the last one stands and the trail has both."""

    point = models.ForeignKey(ControlPoint, on_delete=models.CASCADE, related_name="follow_ups")
    period = models.PositiveSmallIntegerField()
    light = models.CharField(max_length=8, choices=list(LIGHT_LABELS.items()))
    words = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["point", "period"], name="risk_follow_up_once_a_period")]
