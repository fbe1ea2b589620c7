"""The improvement itself, the areas it touches, and its texts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.registers.improvements.rules import (
    CAUSE_LABELS,
    EFFECT_LABELS,
    LONGEST_ADDRESS,
    LONGEST_EFFECT_WORDS,
    LONGEST_ORIGIN,
    LONGEST_WHAT,
    Days,
)

KIND = "improvements"


class Improvement(Record):
    """`what` and `effect_words` are about the organisation, never a person: lists and the report show them.

    `origin_words` and `origin_address` are what it began from where that is no record: a figure of a report, say.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    what = models.CharField(max_length=LONGEST_WHAT)
    owner = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    carried_out_on = models.DateField(null=True, blank=True)
    effect = models.CharField(max_length=16, blank=True, choices=list(EFFECT_LABELS.items()))
    effect_words = models.CharField(max_length=LONGEST_EFFECT_WORDS, blank=True)
    effect_judged_on = models.DateField(null=True, blank=True)
    given_up_on = models.DateField(null=True, blank=True)
    carried_over_to_year = models.PositiveSmallIntegerField(null=True, blank=True)
    cause = models.CharField(max_length=16, blank=True, choices=list(CAUSE_LABELS.items()))
    origin_words = models.CharField(max_length=LONGEST_ORIGIN, blank=True)
    origin_address = models.CharField(max_length=LONGEST_ADDRESS, blank=True)
    judged_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    judged_with = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(carried_out_on__isnull=True) | Q(carried_out_on__gte=F("decided_on")),
                name="improvement_carried_out_after_decided",
            ),
            models.CheckConstraint(
                condition=Q(effect="", effect_judged_on__isnull=True)
                | Q(
                    effect__gt="",
                    carried_out_on__isnull=False,
                    effect_judged_on__isnull=False,
                    effect_judged_on__gte=F("carried_out_on"),
                ),
                name="improvement_effect_judged_when_carried_out",
            ),
            models.CheckConstraint(
                condition=Q(given_up_on__isnull=True) | Q(carried_out_on__isnull=True),
                name="improvement_given_up_was_not_carried_out",
            ),
            models.CheckConstraint(
                condition=Q(origin_words="", origin_address="") | Q(origin_words__gt="", origin_address__gt=""),
                name="improvement_origin_has_words_and_address",
            ),
            models.CheckConstraint(
                condition=Q(judged_by__isnull=True) | ~Q(judged_by=F("judged_with")),
                name="improvement_judged_with_another",
            ),
        ]

    @property
    def days(self) -> Days:
        return Days(self.decided_on, self.started_on, self.carried_out_on, self.effect_judged_on, self.given_up_on)


class AreaTouched(models.Model):
    """A quality area the improvement serves, by the root's own code; one of them is the primary."""

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="areas")
    quality_area = models.CharField(max_length=40)
    primary = models.BooleanField(default=False)

    class Meta:
        ordering = ["-primary", "quality_area"]
        constraints = [
            models.UniqueConstraint(fields=["improvement", "quality_area"], name="improvement_area_once"),
            models.UniqueConstraint(
                fields=["improvement"], condition=Q(primary=True), name="improvement_one_primary_area"
            ),
        ]


class Part(models.TextChoices):
    WHY = "why", _("Varför")
    GIVEN_UP = "given_up", _("Varför den inte genomförs")
    CARRIED_OVER = "carried", _("Varför den flyttas")
    UNPLANNED = "unplanned", _("Varför uppföljningen av effekten inte är planerad")
    HANDED_OVER = "handed", _("Varför en annan tog över")
    WITHDRAWN = "withdrawn", _("Varför texten för allmänheten togs ned")


class Narrative(narratives.Narrative):
    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["improvement", "part"], name="improvement_narrative_part")]
