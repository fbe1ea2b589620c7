"""The tables of wrong payments."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.registers.payment_errors.rules import CAUSE_LABELS, CHANNEL_LABELS, Answer, Progress

KIND = "payment_errors"
GOAL = "payment_errors_goal"  # how many a root wants told of in a year
ANSWERS = [(str(answer), str(answer)) for answer in Answer]


class PaymentError(Record):
    """`amount` is what was wrong and `reclaimed` what is asked back, in whole kronor."""

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    channel = models.CharField(max_length=10, choices=list(CHANNEL_LABELS.items()))
    handler = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    begun_on = models.DateField(null=True, blank=True)
    dismissed_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    cause = models.CharField(max_length=8, choices=list(CAUSE_LABELS.items()), blank=True)
    amount = models.PositiveIntegerField(null=True, blank=True)
    reclaim = models.CharField(max_length=4, choices=ANSWERS, blank=True)
    reclaim_on = models.DateField(null=True, blank=True)
    reclaimed = models.PositiveIntegerField(null=True, blank=True)
    police = models.CharField(max_length=4, choices=ANSWERS, blank=True)
    police_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True, cause="", amount__isnull=True, reclaim="", police="")
                | Q(completed_on__isnull=False, cause__gt=""),
                name="payment_error_cause_when_known",
            ),
            models.CheckConstraint(
                condition=Q(reclaim="", reclaim_on__isnull=True, reclaimed__isnull=True)
                | Q(reclaim="no", reclaim_on__isnull=False, reclaimed__isnull=True)
                | Q(reclaim="yes", reclaim_on__isnull=False, reclaimed__lte=F("amount")),
                name="payment_error_reclaim_has_day",
            ),
            models.CheckConstraint(
                condition=Q(police="", police_on__isnull=True) | Q(police__gt="", police_on__isnull=False),
                name="payment_error_police_has_day",
            ),
        ]

    @property
    def progress(self) -> Progress:
        return Progress(self.cause, self.reclaim, self.police)


class Part(models.TextChoices):
    WHAT = "what", _("Vad som har hänt")
    REASON = "reason", _("Varför det inte utreds vidare")
    FOUND = "found", _("Vad utredningen visar")
    RECLAIM = "reclaim", _("Om återkrav")
    POLICE = "police", _("Om polisanmälan")
    NOTE = "note", _("Intern anteckning")
    REOPENED = "reopened", _("Varför ärendet öppnades igen")


class Narrative(narratives.Narrative):
    of = models.ForeignKey(PaymentError, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=12, choices=Part)
