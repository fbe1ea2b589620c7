"""What is coded of deviations that others have a part in: health care, and collaboration with a counterpart."""

from django.db import models

from varvet.kernel.organisation.models import Category
from varvet.registers.deviations.models.deviation import Deviation
from varvet.registers.deviations.rules.health_care import INJURY_LABELS


class HealthCare(models.Model):
    """Of a deviation in health care: what kind, by the root's list, and whether anybody was injured."""

    deviation = models.OneToOneField(Deviation, on_delete=models.CASCADE, related_name="health_care")
    kind = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    injured = models.CharField(max_length=10, choices=list(INJURY_LABELS.items()))


class Collaboration(models.Model):
    """Of a deviation in collaboration: with whom, which agreement was broken, and what the counterpart is called.

    Who told whom is the deviation's `direction`; the number in their system is the hand-over's.
    """

    deviation = models.OneToOneField(Deviation, on_delete=models.CASCADE, related_name="collaboration")
    counterpart = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    called = models.CharField(max_length=120, blank=True)
