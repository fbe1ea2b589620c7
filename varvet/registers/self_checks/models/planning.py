"""The year's plan: its rows, the rounds they made, and what was changed after it was approved."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category, Unit
from varvet.registers.self_checks.models.form import Form
from varvet.registers.self_checks.models.round import Round
from varvet.registers.self_checks.rules import METHOD_LABELS
from varvet.registers.self_checks.rules.planning import (
    CHANGE_LABELS,
    FREQUENCY_LABELS,
    LONGEST_GOAL,
    LONGEST_INDICATOR,
    LONGEST_POINT,
    LONGEST_REASON_OF_CHANGE,
    Span,
)


class YearPlan(models.Model):
    """What a unit, and all below it, checks in a quality year, named after the calendar year in which it ends."""

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-year", "unit__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="year_plan_once"),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | Q(approved_at__isnull=False),
                name="year_plan_approved_by_somebody",
            ),
        ]

    @property
    def is_approved(self) -> bool:
        return self.approved_at is not None


class PlanRow(models.Model):
    """A check of the plan. Plain texts are about the work, never a person. `key` is the one-time key of its form.

    Whoever is responsible is a person, or whoever has `responsible_role` nearest each unit. `control_point` names the
    point of the internal control plan of `control_year` that the check serves as: tied, not copied. A round is carried
    out with the version of `form` that is in use when the round is made.
    """

    plan = models.ForeignKey(YearPlan, on_delete=models.CASCADE, related_name="rows")
    key = models.CharField(max_length=64)
    units = models.ManyToManyField(Unit, related_name="+")
    question = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    goal = models.CharField(max_length=LONGEST_GOAL, blank=True)
    quality_area = models.CharField(max_length=40, blank=True)
    method = models.CharField(max_length=20, choices=list(METHOD_LABELS.items()))
    indicator = models.CharField(max_length=LONGEST_INDICATOR, blank=True)
    target_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    form = models.ForeignKey(Form, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    frequency = models.CharField(max_length=10, choices=list(FREQUENCY_LABELS.items()))
    first_day = models.DateField()
    last_day = models.DateField()
    responsible = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    responsible_role = models.CharField(max_length=40, blank=True)
    control_point = models.CharField(max_length=LONGEST_POINT, blank=True)
    control_year = models.PositiveSmallIntegerField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["question__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="plan_row_once"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="plan_row_ends_after_start"),
            models.CheckConstraint(
                condition=Q(target_percent__isnull=True) | Q(target_percent__lte=100), name="plan_row_target_is_share"
            ),
            models.CheckConstraint(
                condition=Q(responsible__isnull=True) | Q(responsible_role=""), name="plan_row_person_or_role"
            ),
            models.CheckConstraint(
                condition=Q(control_point="", control_year__isnull=True)
                | (~Q(control_point="") & Q(control_year__isnull=False)),
                name="plan_row_control_point_has_year",
            ),
        ]

    @property
    def span(self) -> Span:
        return Span(self.first_day, self.last_day)


class PlannedRound(models.Model):
    """A round that a row made: one for each unit and period, whoever presses the button how often."""

    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="made")
    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="planned")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField()
    responsible = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["row", "unit", "first_day"], name="planned_round_once_per_unit_and_period")
        ]


class PlanChange(models.Model):
    """What was done to an approved plan, and why; the reason is about the work, never a person."""

    plan = models.ForeignKey(YearPlan, on_delete=models.CASCADE, related_name="changes")
    row = models.ForeignKey(PlanRow, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=10, choices=list(CHANGE_LABELS.items()))
    reason = models.CharField(max_length=LONGEST_REASON_OF_CHANGE)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
