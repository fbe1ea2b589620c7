"""What is followed up after the assessment: the contract with the provider, or the person affected."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.registers.provider_reports.models.report import ProviderReport
from varvet.registers.provider_reports.rules import SUBJECT_LABELS, Subject


class FollowUp(models.Model):
    """A demand on the provider with its answer, or a visit to the person. Its words are apart."""

    report = models.ForeignKey(ProviderReport, on_delete=models.CASCADE, related_name="follow_ups")
    subject = models.CharField(max_length=10, choices=list(SUBJECT_LABELS.items()))
    planned_on = models.DateField()
    due_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("planned_on")), name="provider_follow_up_due_later"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(subject=Subject.CONTRACT),
                name="provider_follow_up_provider_answers",
            ),
            models.CheckConstraint(
                condition=Q(done_by__isnull=True) | Q(done_on__isnull=False), name="provider_follow_up_done_by_on_day"
            ),
        ]

    @property
    def is_done(self) -> bool:
        return self.done_on is not None
