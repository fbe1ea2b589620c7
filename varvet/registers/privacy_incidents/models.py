"""The tables of the register of privacy incidents."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.registers.privacy_incidents.rules import Course

KIND = "privacy_incidents"
TYPES = "privacy_incident_type"  # key of the list of types


class PrivacyIncident(Record):
    """`received_at` is the instant when somebody here came to know: the clock to IMY starts there."""

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    assessed_on = models.DateField(null=True, blank=True)
    reported_to_imy_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

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
        ]

    @property
    def course(self) -> Course:
        return Course(
            received_on=day_of(self.received_at),
            assessed_on=self.assessed_on,
            reported_on=self.reported_to_imy_on,
            closed_on=self.closed_on,
        )


class Part(models.TextChoices):
    WHAT = "what", _("Vad som hände")
    WHY_NOT = "why_not", _("Varför den inte anmäls")
    DONE = "done", _("Vad som har gjorts")


class Narrative(narratives.Narrative):
    incident = models.ForeignKey(PrivacyIncident, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["incident", "part"], name="privacy_incident_narr_part")]
