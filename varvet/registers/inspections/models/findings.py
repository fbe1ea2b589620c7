"""What was found, one row a point, and what each unit holds most important to do about it."""

from django.db import models
from django.db.models import Q

from varvet.kernel.organisation.models import Unit
from varvet.registers.inspections.models.inspection import Inspection
from varvet.registers.inspections.rules import FINDING_LABELS, LONGEST_LINE, Finding


class Point(models.Model):
    """A finding. `line` and `no_action` are about the organisation: the report shows the line."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=14, choices=list(FINDING_LABELS.items()))
    line = models.CharField(max_length=LONGEST_LINE)
    no_action = models.CharField(max_length=LONGEST_LINE, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "number"], name="inspection_point_number_once"),
            models.CheckConstraint(
                condition=Q(line__gt="") | Q(kind=Finding.NOTHING), name="inspection_point_says_what"
            ),
        ]

    @property
    def part(self) -> str:
        """What an improvement that answers it names."""
        return f"punkt-{self.number}"


class Important(models.Model):
    """What is most important to do about a finding in one unit, in a line the report shows."""

    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="important")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    line = models.CharField(max_length=LONGEST_LINE)

    class Meta:
        ordering = ["unit__sort_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["point", "unit"], name="inspection_important_once_a_unit")]
