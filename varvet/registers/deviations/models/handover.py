"""Cases handed over to somebody outside: to whom, whose task it is here, and what came back."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.registers.deviations.models.deviation import Deviation
from varvet.registers.deviations.rules.handover import (
    ANSWER_LABELS,
    COUNTED_LABELS,
    DESTINATION_LABELS,
    HANDOVER_LABELS,
    SECRECY_BETWEEN,
    UNSETTLED,
    WAY_LABELS,
    HandoverState,
)

RELATION = "handovers"
NOT_HANDED = (HandoverState.OPEN, HandoverState.WITHDRAWN)


def _coded(labels: dict[str, str], length: int = 20) -> models.CharField[str, str]:
    return models.CharField(max_length=length, blank=True, choices=list(labels.items()))


class Handover(models.Model):
    """A deviation, or a part of what it tells, that somebody outside has to do with.

    Without `owner`, or with one who may no longer handle it, it is with whoever has the deviation: never with nobody.
    `receiver` names an organisation, never a person. What was assessed, answered and explained is encrypted.
    """

    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name=RELATION)
    destination = models.CharField(max_length=20, choices=list(DESTINATION_LABELS.items()))
    state = models.CharField(max_length=12, choices=list(HANDOVER_LABELS.items()), default=HandoverState.OPEN)
    owner = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    begun_on = models.DateField()
    begun_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    receiver = models.CharField(max_length=120, blank=True)
    handed_over_on = models.DateField(null=True, blank=True)
    handed_over_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    way = _coded(WAY_LABELS)
    their_number = models.CharField(max_length=60, blank=True)
    secrecy_assessed_on = models.DateField(null=True, blank=True)
    secrecy_assessed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    secrecy = EncryptedText(null=True, blank=True)
    answer_due_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    answer = _coded(ANSWER_LABELS)
    counted_as = _coded(COUNTED_LABELS)
    words = EncryptedText(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deviation", "destination"],
                condition=Q(state__in=sorted(UNSETTLED)),
                name="handover_one_unsettled",
            ),
            models.CheckConstraint(
                condition=Q(state__in=NOT_HANDED, handed_over_on__isnull=True)
                | (~Q(state__in=NOT_HANDED) & Q(handed_over_on__isnull=False)),
                name="handover_day_matches_state",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(UNSETTLED), ended_on__isnull=True)
                | (~Q(state__in=sorted(UNSETTLED)) & Q(ended_on__isnull=False)),
                name="handover_end_matches_state",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[HandoverState.NO_ANSWER, HandoverState.WITHDRAWN]) | Q(words__isnull=False),
                name="handover_ended_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(destination__in=sorted(SECRECY_BETWEEN))
                | Q(handed_over_on__isnull=True)
                | Q(secrecy_assessed_on__isnull=False, secrecy__isnull=False),
                name="handover_secrecy_assessed",
            ),
            models.CheckConstraint(
                condition=~Q(state=HandoverState.ANSWERED) | Q(answer__gt=""), name="handover_answer_is_coded"
            ),
        ]
        indexes = [models.Index(fields=["state", "deviation"], name="handover_unsettled")]

    @property
    def is_unsettled(self) -> bool:
        return self.state in UNSETTLED
