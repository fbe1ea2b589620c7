"""A month's access log that was reviewed for a round, what must be explained, and how it was explained."""

from pathlib import Path

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks.models.list_check import folder_of
from varvet.registers.self_checks.models.round import Round
from varvet.registers.self_checks.rules.list_check import LIST_STATE_LABELS, ListState
from varvet.registers.self_checks.rules.log_review import KIND_LABELS, OUTCOME_LABELS


class StaffCode(models.Model):
    """What a person is called in a root's case system; empty when they are not in it.

    By `said_by` themselves it is what makes them a reviewer; by another, a reviewer has told whose a code is.
    """

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=60, blank=True)
    said_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["root", "code"]
        constraints = [models.UniqueConstraint(fields=["root", "user", "code"], name="staff_code_once")]


class LogReview(models.Model):
    """`read` is what was read of each list, `summary` what was counted, as JSON of values without a person.

    `seed` and `frame_hash` say how staff were drawn, `drawn` how many.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="log_review")
    token = models.CharField(max_length=32, unique=True)
    source = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=list(LIST_STATE_LABELS.items()), default=ListState.COUNTING)
    read = models.TextField()
    log_rows = models.PositiveIntegerField(default=0)
    pairs = models.PositiveIntegerField(default=0)
    staff = models.PositiveIntegerField(default=0)
    seed = models.CharField(max_length=64)
    frame_hash = models.CharField(max_length=64, blank=True)
    drawn = models.PositiveSmallIntegerField(default=0)
    reviewers = models.ManyToManyField(User, related_name="+")
    taken_in_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    computed_at = models.DateTimeField(null=True, blank=True)
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(LIST_STATE_LABELS)), name="log_review_known_state"),
        ]

    @property
    def folder(self) -> Path:
        return folder_of(self.token)


class LogFinding(models.Model):
    """`staff` is a code of the case system, `case` a pseudonym; `reasons` are codes with commas between.

    `days`, `times`: on how many days and how many times. `typical` and `rare_times` are of the role.
    """

    review = models.ForeignKey(LogReview, on_delete=models.CASCADE, related_name="findings")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=list(KIND_LABELS.items()))
    staff = models.CharField(max_length=60)
    case = models.CharField(max_length=40, blank=True)
    reasons = models.CharField(max_length=80)
    first = models.DateField(null=True, blank=True)
    last = models.DateField(null=True, blank=True)
    days = models.PositiveIntegerField(default=0)
    times = models.PositiveIntegerField(default=0)
    cases = models.PositiveIntegerField(default=0)
    typical = models.PositiveIntegerField(default=0)
    rare_times = models.PositiveIntegerField(default=0)
    reviewer = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    answer = EncryptedText(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=list(OUTCOME_LABELS.items()), blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)
    concluded_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["review", "number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="log_finding_number_once"),
            models.CheckConstraint(
                condition=Q(outcome="", concluded_at__isnull=True)
                | (Q(outcome__in=list(OUTCOME_LABELS)) & Q(concluded_at__isnull=False, answer__isnull=False)),
                name="log_finding_outcome_has_answer",
            ),
        ]
        indexes = [models.Index(fields=["review", "outcome"], name="log_finding_outcome")]
