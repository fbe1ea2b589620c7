"""A case that a round looks at: drawn from a frame, or added by hand; only a code, never a person."""

from django.db import models
from django.db.models import Q

from varvet.registers.self_checks.models.round import Round
from varvet.registers.self_checks.rules.cases import CASE_LABELS, SEX_OF_CASE, CaseState


class Case(models.Model):
    """`number` is what people say, 1 and up within the round; `code` is the pseudonym from the list.

    `stratum`, `sex`, `group` and `unit_label` come from the list and may be empty. `draw` says which draw took it:
    0 by hand, 1 the first, 2 and up extensions. `replaces` is the number of the case it stands in for, 0 for none.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="cases")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    draw = models.PositiveSmallIntegerField(default=0)
    stratum = models.CharField(max_length=80, blank=True)
    sex = models.CharField(max_length=10, choices=SEX_OF_CASE, blank=True)
    group = models.CharField(max_length=60, blank=True)
    unit_label = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=12, choices=list(CASE_LABELS.items()), default=CaseState.TO_REVIEW)
    replaces = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["round", "number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="case_number_once_per_round"),
            models.UniqueConstraint(fields=["round", "code"], name="case_code_once_per_round"),
            models.CheckConstraint(condition=Q(number__gte=1), name="case_number_from_one"),
            models.CheckConstraint(condition=Q(state__in=list(CASE_LABELS)), name="case_known_state"),
        ]
