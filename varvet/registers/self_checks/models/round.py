"""A record of the register: one round of a check, its figures and its texts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Category
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.registers.self_checks.models.form import FormVersion
from varvet.registers.self_checks.rules import (
    DIMENSION_LABELS,
    LONGEST_REASON,
    METHOD_LABELS,
    PERMILLE,
    SEX_LABELS,
    Dimension,
    Figures,
)

KIND = "self_checks"
QUESTIONS = "self_check_question"


class Round(Record):
    """`question` is a category of the list "self_check_question". `part` names a part of the unit, such as gruppbostad.

    `performed_on` is the day the result was recorded. `goal`, `part` and `not_done_reason` are about the work, never
    a person: lists and the report show them.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    question = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    form_version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    goal = models.CharField(max_length=200, blank=True)
    quality_area = models.CharField(max_length=40, blank=True)
    method = models.CharField(max_length=20, choices=list(METHOD_LABELS.items()))
    part = models.CharField(max_length=60, blank=True)
    first_day = models.DateField()
    last_day = models.DateField()
    target_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    census = models.BooleanField(default=False)
    population = models.PositiveIntegerField(null=True, blank=True)
    sample = models.PositiveIntegerField(null=True, blank=True)
    fulfilled = models.PositiveIntegerField(null=True, blank=True)
    stated_permille = models.PositiveSmallIntegerField(null=True, blank=True)
    response_rate_permille = models.PositiveSmallIntegerField(null=True, blank=True)
    performed_on = models.DateField(null=True, blank=True)
    not_done_reason = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="round_ends_after_start"),
            models.CheckConstraint(
                condition=Q(performed_on__isnull=True) | Q(sample__isnull=False) | Q(stated_permille__isnull=False),
                name="round_performed_has_result",
            ),
            models.CheckConstraint(
                condition=Q(performed_on__isnull=True) | Q(not_done_reason=""), name="round_performed_or_not_done"
            ),
            models.CheckConstraint(
                condition=Q(fulfilled__isnull=True) | Q(sample__isnull=False, fulfilled__lte=F("sample")),
                name="round_fulfilled_of_sample",
            ),
            models.CheckConstraint(
                condition=Q(sample__isnull=True) | Q(population__isnull=True) | Q(sample__lte=F("population")),
                name="round_sample_of_population",
            ),
            models.CheckConstraint(
                condition=(Q(stated_permille__isnull=True) | Q(stated_permille__lte=PERMILLE))
                & (Q(response_rate_permille__isnull=True) | Q(response_rate_permille__lte=PERMILLE))
                & (Q(target_percent__isnull=True) | Q(target_percent__lte=100)),
                name="round_shares_are_shares",
            ),
        ]
        indexes = [models.Index(fields=["last_day"], name="round_last_day")]

    @property
    def figures(self) -> Figures:
        return Figures(
            census=self.census,
            population=self.population,
            sample=self.sample,
            fulfilled=self.fulfilled,
            stated_permille=self.stated_permille,
            response_rate_permille=self.response_rate_permille,
        )


class Split(models.Model):
    """The round's figures for one sex or one group."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="splits")
    dimension = models.CharField(max_length=10, choices=list(DIMENSION_LABELS.items()))
    value = models.CharField(max_length=20)
    sample = models.PositiveIntegerField(null=True, blank=True)
    fulfilled = models.PositiveIntegerField(null=True, blank=True)
    stated_permille = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["dimension", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "dimension", "value"], name="split_once_per_round"),
            models.CheckConstraint(
                condition=Q(dimension=Dimension.GROUP) | Q(value__in=list(SEX_LABELS)), name="split_by_known_sex"
            ),
            models.CheckConstraint(
                condition=Q(fulfilled__isnull=True) | Q(sample__isnull=False, fulfilled__lte=F("sample")),
                name="split_fulfilled_of_sample",
            ),
            models.CheckConstraint(
                condition=Q(sample__isnull=False) | Q(stated_permille__isnull=False), name="split_says_something"
            ),
            models.CheckConstraint(
                condition=Q(stated_permille__isnull=True) | Q(stated_permille__lte=PERMILLE),
                name="split_share_is_share",
            ),
        ]


class Part(models.TextChoices):
    ANALYSIS = "analysis", _("Analys")
    NOTE = "note", _("Överlämning")


class Narrative(narratives.Narrative):
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["round", "part"], name="round_narrative_part")]
