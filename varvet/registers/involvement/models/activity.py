"""The activity itself: whom it was for, when, how many took part, and what it led to."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import CategoryList
from varvet.kernel.records.models import Record
from varvet.registers.involvement.rules import (
    LONGEST_RESULT,
    LONGEST_WHOM,
    METHOD_LABELS,
    RESULT_LABELS,
    SORT_LABELS,
    TELLING_LABELS,
    Method,
    Progress,
)

KIND = "involvement"
THEMES = "involvement_theme"  # key of the list of what people talked about


class Activity(Record):
    """`planned_on` is None for what was written in afterwards, `held_on` for what has not been held.

    `whom` and `result_line` are about a group, never a person: lists and the report show them.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    sort = models.CharField(max_length=20, choices=list(SORT_LABELS.items()))
    whom = models.CharField(max_length=LONGEST_WHOM)
    method = models.CharField(max_length=12, choices=list(METHOD_LABELS.items()), default=Method.TOGETHER)
    responsible = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    planned_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    invited = models.PositiveIntegerField(null=True, blank=True)
    took_part = models.PositiveIntegerField(null=True, blank=True)
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    written_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=10, blank=True, choices=list(RESULT_LABELS.items()))
    result_line = models.CharField(max_length=LONGEST_RESULT, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    told_how = models.CharField(max_length=12, blank=True, choices=list(TELLING_LABELS.items()))
    told_on = models.DateField(null=True, blank=True)
    concluded_on = models.DateField(null=True, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(planned_on__isnull=False) | Q(held_on__isnull=False), name="activity_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(invited__isnull=True) | Q(took_part__isnull=True) | Q(took_part__lte=F("invited")),
                name="activity_no_more_than_invited",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=False)
                | Q(took_part__isnull=True, written_on__isnull=True, decided_on__isnull=True, told_on__isnull=True),
                name="activity_held_before_more",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True, result="", result_line="")
                | Q(decided_on__isnull=False, result__gt="", result_line__gt=""),
                name="activity_result_is_said",
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_how="") | Q(told_how__gt="", told_on__gte=F("held_on")),
                name="activity_told_how_and_when",
            ),
            models.CheckConstraint(
                condition=Q(concluded_on__isnull=True)
                | Q(written_on__isnull=False, decided_on__isnull=False, told_on__isnull=False),
                name="activity_concluded_when_whole",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on__isnull=True) | Q(held_on__isnull=True), name="activity_cancelled_was_not_held"
            ),
        ]

    @property
    def day(self) -> date:
        """The day it was held; until then, the day it is planned for."""
        found = self.held_on or self.planned_on
        assert found is not None
        return found

    @property
    def progress(self) -> Progress:
        return Progress(
            counted=self.took_part is not None,
            heard=self.written_on is not None,
            decided=self.decided_on is not None,
            told=self.told_on is not None,
        )
