"""A privacy incident: what is known of it in codes and days; what people wrote is apart."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.models import Record
from varvet.registers.privacy_incidents.rules import (
    COUNTED_LABELS,
    HOW_LABELS,
    INFORM_LABELS,
    LEVEL_LABELS,
    NOTIFY_LABELS,
    RECOMMENDATION_LABELS,
    RULING_LABELS,
    Breach,
    Course,
    Progress,
)

KIND = "privacy_incidents"
TYPES = "privacy_incident_type"  # keys of the lists of types, of groups of people and of sorts of data
GROUPS = "privacy_incident_groups"
DATA = "privacy_incident_data"


def _choices(labels: dict[str, str]) -> list[tuple[str, str]]:
    return list(labels.items())


class PrivacyIncident(Record):
    """`received_at` is the instant when somebody here came to know: the clock to IMY starts there.

    Days are those of the last time a thing was done. `notified_at` is unknown for what was taken over with its day
    alone; `in_time` says whether the notification kept the term in force, None where there is none or nobody knows.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    handler = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lost_confidentiality = models.BooleanField(default=False)
    lost_integrity = models.BooleanField(default=False)
    lost_availability = models.BooleanField(default=False)
    people_counted = models.CharField(max_length=10, blank=True, choices=_choices(COUNTED_LABELS))
    people_least = models.PositiveIntegerField(null=True, blank=True)
    people_most = models.PositiveIntegerField(null=True, blank=True)
    data_records = models.PositiveIntegerField(null=True, blank=True)
    processor = models.CharField(max_length=80, blank=True)
    consequence = models.PositiveSmallIntegerField(null=True, blank=True)
    probability = models.PositiveSmallIntegerField(null=True, blank=True)
    level = models.CharField(max_length=10, blank=True, choices=_choices(LEVEL_LABELS))
    advice = models.CharField(max_length=10, blank=True, choices=_choices(RECOMMENDATION_LABELS))
    notify = models.CharField(max_length=3, blank=True, choices=_choices(NOTIFY_LABELS))
    inform = models.CharField(max_length=3, blank=True, choices=_choices(INFORM_LABELS))
    decided_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    delegation = models.CharField(max_length=60, blank=True)
    notified_at = models.DateTimeField(null=True, blank=True)
    notified_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    imy_number = models.CharField(max_length=40, blank=True)
    in_time = models.BooleanField(null=True, blank=True)
    more_follows = models.BooleanField(default=False)
    informed_how = models.CharField(max_length=10, blank=True, choices=_choices(HOW_LABELS))
    ruling = models.CharField(max_length=12, blank=True, choices=_choices(RULING_LABELS))
    assessed_on = models.DateField(null=True, blank=True)
    advised_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    reported_to_imy_on = models.DateField(null=True, blank=True)
    informed_on = models.DateField(null=True, blank=True)
    ruled_on = models.DateField(null=True, blank=True)
    follow_up_due_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    dismissed_on = models.DateField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(category__isnull=True) | Q(category_list__isnull=False),
                name="privacy_incident_category_of_a_list",
            ),
            models.CheckConstraint(
                condition=Q(reported_to_imy_on__isnull=True) | Q(assessed_on__isnull=False),
                name="privacy_incident_reported_when_assessed",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(assessed_on__isnull=False, closed_on__gte=F("assessed_on")),
                name="privacy_incident_closed_after_assessed",
            ),
            models.CheckConstraint(
                condition=Q(consequence__isnull=True, probability__isnull=True, level="")
                | Q(consequence__gte=1, consequence__lte=5, probability__gte=1, probability__lte=5, level__gt=""),
                name="privacy_incident_risk_in_scale",
            ),
            models.CheckConstraint(
                condition=Q(people_least__isnull=True, people_most__isnull=True)
                | Q(people_least__isnull=False, people_most__gte=F("people_least")),
                name="privacy_incident_people_in_order",
            ),
            models.CheckConstraint(
                condition=Q(advice="", advised_on__isnull=True) | Q(advice__gt="", advised_on__isnull=False),
                name="privacy_incident_advised_has_day",
            ),
            models.CheckConstraint(
                condition=Q(reported_to_imy_on__isnull=False)
                | Q(notified_at__isnull=True, in_time__isnull=True, imy_number="", more_follows=False),
                name="privacy_incident_notified_has_day",
            ),
            models.CheckConstraint(
                condition=Q(informed_on__isnull=True, informed_how="")
                | Q(informed_on__isnull=False, informed_how__gt=""),
                name="privacy_incident_informed_has_day",
            ),
            models.CheckConstraint(
                condition=Q(ruled_on__isnull=True, ruling="")
                | Q(ruled_on__isnull=False, ruling__gt="", reported_to_imy_on__isnull=False),
                name="privacy_incident_ruled_when_reported",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(dismissed_on__isnull=True),
                name="privacy_incident_closed_or_dismissed",
            ),
        ]

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """In the order of the law."""
        lost = (self.lost_confidentiality, self.lost_integrity, self.lost_availability)
        return tuple(breach for breach, happened in zip(Breach, lost, strict=True) if happened)

    @property
    def course(self) -> Course:
        return Course(
            received_on=day_of(self.received_at),
            assessed_on=self.assessed_on,
            reported_on=self.reported_to_imy_on,
            closed_on=self.closed_on,
        )

    @property
    def progress(self) -> Progress:
        """What the rules ask of how far it has come."""
        return Progress(
            status=self.status,
            assessed=self.assessed_on is not None,
            advised=self.advised_on is not None,
            notify=self.notify,
            inform=self.inform,
            notified=self.reported_to_imy_on is not None,
            informed=self.informed_on is not None,
            more_follows=self.more_follows,
            needs_feedback=self.opened_by_id is not None,
            told=self.told_on is not None,
            reopened=self.reopened_on is not None,
        )
