"""What of an activity there are several of: what people talked about, and the other units that took part."""

from django.db import models

from varvet.kernel.organisation.models import Category, Unit
from varvet.registers.involvement.models.activity import Activity


class Theme(models.Model):
    """Something people talked about, by a category of the root's list."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="themes")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["category__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["activity", "category"], name="activity_theme_once")]


class AlsoIn(models.Model):
    """Another unit whose users took part. The activity counts once, in its own unit."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="also")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["unit__sort_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["activity", "unit"], name="activity_also_in_once")]
