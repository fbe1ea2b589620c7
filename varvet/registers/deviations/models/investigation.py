"""What the handling of a deviation leaves beside it: causes, the way it has travelled, and a root's own replies."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.organisation.models import Category, Unit
from varvet.registers.deviations.models.deviation import Deviation


class Cause(models.Model):
    """Why it happened, by a category of the root's list; `parent` is what this one explains. Its words are apart."""

    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="causes")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="deeper")
    needs_no_measure = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="deviation_cause_not_its_own"
            ),
        ]

    @property
    def part(self) -> str:
        """What a measure that answers this cause says that it follows."""
        return f"cause-{self.pk}"


class Reroute(models.Model):
    """The deviation left a unit for another on a day."""

    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="reroutes")
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()

    class Meta:
        ordering = ["pk"]


class ReplyTemplate(models.Model):
    """A root's own words to reporters, about nobody; shown while the deviation is in `status`, always when empty."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=80)
    text = models.CharField(max_length=2000)
    status = models.CharField(max_length=24, blank=True)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["root", "title"], name="reply_template_title_once")]
