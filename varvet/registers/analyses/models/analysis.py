"""The analysis itself: which unit and period, when they met, who approved it, and what it was when approved."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.records.models import Record
from varvet.kernel.records.periods import Length, Stretch

KIND = "analyses"


class Analysis(Record):
    """`period` is as an address says it: 2026-t1. `took_part` is how many, never who.

    `frozen` is what was approved, as rules/sheet.py keeps it, and `digest` its SHA-256. `offered_on` is set while the
    text is offered to the annual report.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    period = models.CharField(max_length=10)
    first_day = models.DateField()
    last_day = models.DateField()
    meeting_on = models.DateField()
    responsible = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    held_on = models.DateField(null=True, blank=True)
    took_part = models.PositiveSmallIntegerField(null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    offered_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    frozen = EncryptedText(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="analysis_period_in_order"),
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True) | Q(held_on__isnull=False, frozen__isnull=False),
                name="analysis_approved_is_frozen",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(took_part__gte=1), name="analysis_held_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(offered_on__isnull=True) | Q(approved_on__isnull=False), name="analysis_offered_is_approved"
            ),
        ]

    @property
    def stretch(self) -> Stretch:
        """The period, with its name as people say it."""
        year, _, rest = self.period.partition("-")
        letters = rest.rstrip("0123456789")
        number = int(rest[len(letters) :] or 1)
        return Stretch(Length(letters), int(year), number, self.first_day, self.last_day)
