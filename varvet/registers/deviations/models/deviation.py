"""The deviation itself and the categories it falls under."""

from django.db import models
from django.db.models import Q

from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.models import Record
from varvet.registers.deviations.rules import NATURE_LABELS, Status

KIND = "deviations"


class Worry(models.IntegerChoices):
    NOT_AT_ALL = 1, "Inte alls"
    A_LITTLE = 2, "Lite"
    QUITE = 3, "Ganska"
    VERY = 4, "Mycket"


class Severity(models.TextChoices):
    """What it led to or could have led to."""

    NONE = "none", "Ingen skada"
    MINOR = "minor", "Mindre"
    MODERATE = "moderate", "Måttlig"
    SERIOUS = "serious", "Allvarlig"


class Channel(models.TextChoices):
    WEB = "web", "Webb"
    PAPER = "paper", "Papper"
    PHONE = "phone", "Telefon eller samtal"
    LINK = "link", "Enhetens länk"
    TALLY = "tally", "Samlad registrering"
    IMPORTED = "imported", "Inläst"


class Deviation(Record):
    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    nature = models.CharField(max_length=20, blank=True, choices=list(NATURE_LABELS.items()))
    worry = models.PositiveSmallIntegerField(choices=Worry, null=True, blank=True)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.WEB)
    huvudman = models.CharField(max_length=80, blank=True)
    direction = models.CharField(max_length=20, blank=True)
    quality_area = models.CharField(max_length=40, blank=True)
    severity = models.CharField(max_length=20, blank=True, choices=Severity)
    outcome = models.CharField(max_length=20, blank=True)
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tally_count = models.PositiveIntegerField(default=1)
    tally_month_end = models.DateField(null=True, blank=True)
    seconds_to_report = models.PositiveIntegerField(null=True, blank=True)
    assessed_on = models.DateField(null=True, blank=True)
    investigated_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tally_count=1, tally_month_end__isnull=True)
                | Q(tally_count__gte=2, tally_month_end__isnull=False),
                name="deviation_tally_has_month",
            ),
            models.CheckConstraint(
                condition=Q(worry__isnull=True) | Q(worry__gte=1, worry__lte=4), name="deviation_worry_in_scale"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(assessed_on__isnull=False), name="deviation_closed_was_assessed"
            ),
        ]

    @property
    def is_closed(self) -> bool:
        return self.status == Status.CLOSED


class Mention(models.Model):
    """A category the deviation falls under; one of them is the primary."""

    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="mentions")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    primary = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deviation", "category"], name="deviation_category_once"),
            models.UniqueConstraint(
                fields=["deviation"], condition=Q(primary=True), name="deviation_one_primary_category"
            ),
        ]
