"""What of an incident there are several of: groups and sorts of data it touched, and what was added for IMY."""

from django.db import models

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category
from varvet.registers.privacy_incidents.models.incident import PrivacyIncident


class Affected(models.Model):
    """A group of people, or a sort of data, by a category of the root's list: which of them, the list's key says."""

    incident = models.ForeignKey(PrivacyIncident, on_delete=models.CASCADE, related_name="affected")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["category__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["incident", "category"], name="privacy_incident_affected_once")]


class Supplement(models.Model):
    """Something added to a notification made in phases (GDPR article 33.4). What was added is told in its words."""

    incident = models.ForeignKey(PrivacyIncident, on_delete=models.CASCADE, related_name="supplements")
    sent_on = models.DateField()
    sent_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    last = models.BooleanField(default=False)

    class Meta:
        ordering = ["sent_on", "pk"]
