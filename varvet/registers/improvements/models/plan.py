"""What is planned: the steps on the way, how the effect is followed up, and a measure before and after."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.registers.improvements import rules
from varvet.registers.improvements.models.improvement import Improvement


class Step(models.Model):
    """`what` is about the work, never a person it concerns."""

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=rules.LONGEST_STEP)
    who = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["improvement", "number"], name="improvement_step_number_once"),
            models.CheckConstraint(condition=Q(what__gt=""), name="improvement_step_says_what"),
        ]


class EffectPlan(models.Model):
    """By what, when and by whom the effect will be judged. `due_on` moves when it was too early to say."""

    improvement = models.OneToOneField(Improvement, on_delete=models.CASCADE, related_name="effect_plan")
    how = models.CharField(max_length=10, choices=list(rules.HOW_LABELS.items()))
    indicator = models.CharField(max_length=rules.LONGEST_INDICATOR, blank=True)
    target = models.CharField(max_length=rules.LONGEST_TARGET, blank=True)
    measure = models.CharField(max_length=80, blank=True)
    due_on = models.DateField()
    judge = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    with_owner = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(how=rules.How.INDICATOR) | Q(indicator__gt="", target__gt=""),
                name="effect_plan_indicator_has_target",
            ),
            models.CheckConstraint(
                condition=~Q(how=rules.How.MEASURE) | Q(measure__gt=""), name="effect_plan_names_measure"
            ),
        ]

    @property
    def content(self) -> rules.Plan:
        return rules.Plan(
            how=rules.How(self.how),
            due_on=self.due_on,
            judge_id=self.judge_id,
            indicator=self.indicator,
            target=self.target,
            measure=self.measure,
            with_owner=self.with_owner,
        )


class CarriedOver(models.Model):
    """That it was moved, the day that was decided, and to which quality year."""

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="carried")
    on = models.DateField()
    to_year = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["to_year"]
        constraints = [
            models.UniqueConstraint(fields=["improvement", "to_year"], name="improvement_carried_once_to_a_year")
        ]


class Moment(models.TextChoices):
    BEFORE = "before", _("Före")
    AFTER = "after", _("Efter")


class Reading(models.Model):
    """The measure as it was counted then: kept, so that it says the same when records are removed.

    `value` is a count or a share (0-1), None where nothing was measured; `part` and `whole` are a share's.
    """

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="readings")
    moment = models.CharField(max_length=6, choices=Moment)
    measure = models.CharField(max_length=80)
    first_day = models.DateField()
    last_day = models.DateField()
    value = models.FloatField(null=True, blank=True)
    part = models.PositiveIntegerField(null=True, blank=True)
    whole = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["improvement", "moment"], name="improvement_reading_once"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="improvement_reading_days"),
        ]

    @property
    def content(self) -> rules.Reading:
        span = rules.Span(self.first_day, self.last_day)
        return rules.Reading(span, self.value, self.part, self.whole)
