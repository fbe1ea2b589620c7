"""Who may decide by the delegation order, and what was decided under which point of it."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.registers.lex_sarah.models.case import LexSarah
from varvet.registers.lex_sarah.rules.codes import OUTCOME_LABELS
from varvet.registers.lex_sarah.rules.mandate import LONGEST_POINT, Mandate


class Delegation(models.Model):
    """A point of a root's delegation order, for a person or for a role, from one day to another.

    What it was stays: it is ended, never removed, since decisions were made under it.
    """

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    point = models.CharField(max_length=LONGEST_POINT)
    person = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=40, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    edited_at = models.DateTimeField()
    edited_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) & ~Q(role="") | Q(person__isnull=False, role=""),
                name="lex_sarah_delegation_person_or_role",
            ),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="lex_sarah_delegation_ends_after_start",
            ),
        ]

    @property
    def mandate(self) -> Mandate:
        return Mandate(self.pk, self.point, self.first_day, self.last_day, self.person_id, self.role)


class DecisionMade(models.Model):
    """A decision as made: by whom and under which point. `sent_back_at` says that it was taken back since."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=20, choices=list(OUTCOME_LABELS.items()))
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="+")
    point = models.CharField(max_length=LONGEST_POINT)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(sent_back_at__isnull=True), name="lex_sarah_one_standing_decision"
            ),
        ]
