"""The private providers that a root buys from or places people with, each for as long as it does."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.organisation.models import Unit
from varvet.registers.provider_reports.rules import LONGEST_CONTRACT, LONGEST_NAME


class Provider(models.Model):
    """`contract` is how the contract is called here. What has ended is no longer offered, and stays on its reports."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    sort_key = models.CharField(max_length=160)
    organisation_number = models.CharField(max_length=11, blank=True)
    contract = models.CharField(max_length=LONGEST_CONTRACT, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["root", "name"], name="provider_name_once_per_root"),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")), name="provider_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name
