"""The inspection itself: who looked at what, what was asked by when, what was answered and decided."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.records.models import Record
from varvet.registers.inspections.rules import LONGEST_SHORT, LONGEST_SUBJECT, SORT_LABELS, Period

KIND = "inspections"
BODIES = "inspection_body"  # key of the list of those who inspect from outside
FORMS = "inspection_form"  # key of the list of own ways of looking


class Inspection(Record):
    """`subject`, `basis`, `provider` and `contract` are about the organisation, never a person: lists show them.

    `due_on` is the day somebody else wants the answer by, `answer_due_on` the day that held when it was sent.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    sort = models.CharField(max_length=12, choices=list(SORT_LABELS.items()))
    by = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=LONGEST_SUBJECT)
    basis = models.CharField(max_length=LONGEST_SUBJECT, blank=True)
    provider = models.CharField(max_length=LONGEST_SHORT, blank=True)
    contract = models.CharField(max_length=LONGEST_SHORT, blank=True)
    diary = models.CharField(max_length=40, blank=True)
    period_first = models.DateField(null=True, blank=True)
    period_last = models.DateField(null=True, blank=True)
    responsible = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    expected_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    answer_due_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_on = models.DateField(null=True, blank=True)
    follow_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expected_on__isnull=False) | Q(received_on__isnull=False), name="inspection_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(period_first__isnull=True)
                | Q(period_last__isnull=True)
                | Q(period_last__gte=F("period_first")),
                name="inspection_period_in_order",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(received_on__isnull=False, answered_on__gte=F("received_on")),
                name="inspection_answered_after_received",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(received_on__isnull=False),
                name="inspection_decided_after_begun",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(decided_on__isnull=False) | Q(answered_on__isnull=False),
                name="inspection_closed_when_known",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(decided_on__isnull=True, closed_on__isnull=True),
                name="inspection_withdrawn_was_not_decided",
            ),
        ]

    @property
    def day(self) -> date:
        """The day it began; until then, the day it is announced for."""
        found = self.received_on or self.expected_on
        assert found is not None
        return found

    @property
    def period(self) -> Period:
        return Period(self.period_first, self.period_last)


class AlsoIn(models.Model):
    """Another unit that it concerns. It counts once, in its own unit."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="also")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["unit__sort_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["inspection", "unit"], name="inspection_also_in_once")]
