"""A lex Sarah case: its coded facts and the days it has reached."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.models import Record
from varvet.registers.lex_sarah.rules import (
    CHANNEL_LABELS,
    LAW_LABELS,
    NOT_OPENED_LABELS,
    OUTCOME_LABELS,
    TO_AUTHORITY,
    Course,
    Law,
)

KIND = "lex_sarah"
TYPES = "lex_sarah_type"  # key of the list of types


def _not_before(later: str, earlier: str) -> Q:
    """The later day is unknown, or the earlier is known and does not come after it."""
    return Q(**{f"{later}__isnull": True}) | Q(**{f"{later}__gte": F(earlier)}) & Q(**{f"{earlier}__isnull": False})


class LexSarah(Record):
    """`joined_to` is the case that a report is investigated in: its state follows that of the case, whose the days are.

    `informed_on` is the day the person affected was told; `not_informed` says that there is a written reason for not.
    `reporter_shut_out` says that whoever reported it is the manager whom it now shuts out, and no longer follows it.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    law = models.CharField(max_length=3, choices=list(LAW_LABELS.items()), default=Law.SOL)
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opened_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True, choices=list(OUTCOME_LABELS.items()))
    reported_on = models.DateField(null=True, blank=True)
    ivo_number = models.CharField(max_length=40, blank=True)
    not_opened = models.CharField(max_length=20, blank=True, choices=list(NOT_OPENED_LABELS.items()))
    closed_on = models.DateField(null=True, blank=True)
    channel = models.CharField(max_length=10, blank=True, choices=list(CHANNEL_LABELS.items()))
    investigator = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    joined_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined")
    confirmed_on = models.DateField(null=True, blank=True)
    informed_on = models.DateField(null=True, blank=True)
    not_informed = models.BooleanField(default=False)
    reporter_shut_out = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_not_before("completed_on", "opened_on"), name="lex_sarah_completed_was_opened"
            ),
            models.CheckConstraint(
                condition=_not_before("decided_on", "completed_on"), name="lex_sarah_decided_was_completed"
            ),
            models.CheckConstraint(
                condition=_not_before("reported_on", "decided_on"), name="lex_sarah_reported_was_decided"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_on__isnull=True) | ~Q(outcome="") & Q(decided_on__isnull=False),
                name="lex_sarah_outcome_when_decided",
            ),
            models.CheckConstraint(
                condition=Q(reported_on__isnull=True) | Q(outcome__in=sorted(TO_AUTHORITY)),
                name="lex_sarah_reported_is_serious",
            ),
            models.CheckConstraint(
                condition=Q(ivo_number="") | Q(reported_on__isnull=False), name="lex_sarah_number_when_reported"
            ),
            models.CheckConstraint(
                condition=Q(not_opened="") | Q(opened_on__isnull=True), name="lex_sarah_opened_or_not"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(decided_on__isnull=False) | Q(opened_on__isnull=True),
                name="lex_sarah_closed_was_decided",
            ),
            models.CheckConstraint(
                condition=Q(joined_to__isnull=True) | (~Q(joined_to=F("record")) & Q(opened_on__isnull=True)),
                name="lex_sarah_joined_to_another",
            ),
            models.CheckConstraint(
                condition=Q(not_informed=False) | Q(informed_on__isnull=True), name="lex_sarah_informed_or_not"
            ),
            models.CheckConstraint(
                condition=Q(category__isnull=True) | Q(category_list__isnull=False), name="lex_sarah_category_has_list"
            ),
        ]

    @property
    def course(self) -> Course:
        return Course(
            received_on=day_of(self.received_at),
            opened_on=self.opened_on,
            completed_on=self.completed_on,
            decided_on=self.decided_on,
            reported_on=self.reported_on,
            closed_on=self.closed_on,
            outcome=self.outcome,
            joined=self.joined_to_id is not None,
        )
