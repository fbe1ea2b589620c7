"""The deviation itself and the categories it falls under."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.models import Record
from varvet.registers.deviations.rules import NATURE_LABELS, RESULT_LABELS, Status

KIND = "deviations"
SCALE = Q(consequence__gte=1, consequence__lte=5, probability__gte=1, probability__lte=5)


class Worry(models.IntegerChoices):
    NOT_AT_ALL = 1, _("Inte alls")
    A_LITTLE = 2, _("Lite")
    QUITE = 3, _("Ganska")
    VERY = 4, _("Mycket")


class Severity(models.TextChoices):
    """What it led to or could have led to."""

    NONE = "none", _("Ingen skada")
    MINOR = "minor", _("Mindre")
    MODERATE = "moderate", _("Måttlig")
    SERIOUS = "serious", _("Allvarlig")


class Channel(models.TextChoices):
    WEB = "web", _("Webb")
    PAPER = "paper", _("Papper")
    PHONE = "phone", _("Telefon eller samtal")
    LINK = "link", _("Enhetens länk")
    TALLY = "tally", _("Samlad registrering")
    OUTSIDE = "outside", _("Från en motpart")
    REFERRAL = "referral", _("Ur en annan avvikelse")
    IMPORTED = "imported", _("Inläst")


class Deviation(Record):
    """Days are those of the last time a thing was done; `opened_on` is of the first, since it is one investigation.

    `joined_to` is the case that a report is handled in: its state follows that of the case.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    handler = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    nature = models.CharField(max_length=20, blank=True, choices=list(NATURE_LABELS.items()))
    worry = models.PositiveSmallIntegerField(choices=Worry, null=True, blank=True)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.WEB)
    huvudman = models.CharField(max_length=80, blank=True)
    direction = models.CharField(max_length=20, blank=True)
    quality_area = models.CharField(max_length=40, blank=True)
    severity = models.CharField(max_length=20, blank=True, choices=Severity)
    consequence = models.PositiveSmallIntegerField(null=True, blank=True)
    probability = models.PositiveSmallIntegerField(null=True, blank=True)
    lex_sarah_event = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tally_count = models.PositiveIntegerField(default=1)
    tally_month_end = models.DateField(null=True, blank=True)
    seconds_to_report = models.PositiveIntegerField(null=True, blank=True)
    joined_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined")
    duplicate_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="duplicates")
    follow_up_due_on = models.DateField(null=True, blank=True)
    follow_up_result = models.CharField(max_length=10, blank=True, choices=list(RESULT_LABELS.items()))
    assessed_on = models.DateField(null=True, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    investigated_on = models.DateField(null=True, blank=True)
    followed_up_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)
    dismissed_on = models.DateField(null=True, blank=True)
    duplicate_on = models.DateField(null=True, blank=True)

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
            models.CheckConstraint(
                condition=Q(consequence__isnull=True, probability__isnull=True) | SCALE,
                name="deviation_risk_in_scale",
            ),
            models.CheckConstraint(
                condition=Q(duplicate_of__isnull=True, duplicate_on__isnull=True)
                | Q(duplicate_of__isnull=False, duplicate_on__isnull=False, tally_count=1),
                name="deviation_duplicate_has_day",
            ),
            models.CheckConstraint(
                condition=Q(duplicate_of__isnull=True) | ~Q(duplicate_of=F("record")),
                name="deviation_not_its_own_duplicate",
            ),
            models.CheckConstraint(
                condition=Q(joined_to__isnull=True) | (~Q(joined_to=F("record")) & Q(duplicate_of__isnull=True)),
                name="deviation_joined_to_another",
            ),
            models.CheckConstraint(
                condition=Q(follow_up_result="", followed_up_on__isnull=True)
                | Q(follow_up_result__gt="", followed_up_on__isnull=False),
                name="deviation_followed_up_has_day",
            ),
        ]

    @property
    def is_closed(self) -> bool:
        return self.status == Status.CLOSED

    @property
    def is_tally(self) -> bool:
        return self.tally_count > 1


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
