"""A piece of feedback: what sort, by which channel, and the days it has reached."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import CategoryList
from varvet.kernel.records.models import Record
from varvet.registers.feedback.rules import (
    ANSWER_WAY_LABELS,
    CHANNEL_LABELS,
    CONTENTMENT_LABELS,
    SORT_LABELS,
    SPEAKER_LABELS,
    Course,
    Due,
)

KIND = "feedback"
TYPES = "feedback_type"  # key of the list of types
DIARY = "feedback_diary"  # the series of the house's own diary numbers
DIARY_SETTING = "feedback_diary_series"  # what they begin with; empty where the diary system gives them


class Feedback(Record):
    """`on_behalf` says that somebody else spoke for the person. `answer_due_on` is as first set, by the goal then.

    `asked_on` while whoever sent it is asked something; `added_on` since what they added has not been read.
    `joined_to` is the case it is handled in: its state, and its answer, follow that of the case.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    sort = models.CharField(max_length=12, choices=list(SORT_LABELS.items()))
    channel = models.CharField(max_length=10, choices=list(CHANNEL_LABELS.items()))
    said_by = models.CharField(max_length=10, choices=list(SPEAKER_LABELS.items()), blank=True)
    on_behalf = models.BooleanField(default=False)
    settled_at_once = models.BooleanField(default=False)
    handler = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    joined_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined")
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    diary_number = models.CharField(max_length=40, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_how = models.CharField(max_length=10, choices=list(ANSWER_WAY_LABELS.items()), blank=True)
    answer_kept = models.BooleanField(default=False)
    answer_due_on = models.DateField(null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    added_on = models.DateField(null=True, blank=True)
    answer_registered_on = models.DateField(null=True, blank=True)
    handled_in_case = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)
    contentment = models.CharField(max_length=10, choices=list(CONTENTMENT_LABELS.items()), blank=True)
    judged_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(diary_number="") | Q(registered_on__isnull=False), name="feedback_number_when_registered"
            ),
            models.CheckConstraint(
                condition=Q(answer_registered_on__isnull=True)
                | Q(answered_on__isnull=False, answer_registered_on__gte=F("answered_on")),
                name="feedback_answer_before_registered",
            ),
            models.CheckConstraint(
                condition=Q(sort__in=sorted(SORT_LABELS), channel__in=sorted(CHANNEL_LABELS)),
                name="feedback_sort_and_channel_known",
            ),
            models.CheckConstraint(
                condition=Q(contentment="", judged_on__isnull=True) | ~Q(contentment="") & Q(judged_on__isnull=False),
                name="feedback_contentment_has_day",
            ),
            models.CheckConstraint(
                condition=Q(answered_how="", answer_kept=False) | Q(answered_on__isnull=False),
                name="feedback_way_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(joined_to__isnull=True) | ~Q(joined_to=F("record")), name="feedback_joined_to_another"
            ),
        ]

    @property
    def course(self) -> Course:
        return Course(
            received_on=day_of(self.received_at),
            registered_on=self.registered_on,
            answered_on=self.answered_on,
            answer_registered_on=self.answer_registered_on,
            closed_on=self.closed_on,
        )

    @property
    def due(self) -> Due:
        return Due(self.answer_due_on, self.answered_on, self.closed_on, self.handled_in_case)

    @property
    def has_code(self) -> bool:
        """Whether whoever got in touch can read about it, and answer, with a code."""
        return hasattr(self, "following")
