"""A piece of feedback: what sort, by which channel, and the days it has reached."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import CategoryList
from varvet.kernel.records.models import Record
from varvet.registers.feedback.rules import CHANNEL_LABELS, CONTENTMENT_LABELS, SORT_LABELS, SPEAKER_LABELS, Course

KIND = "feedback"
TYPES = "feedback_type"  # key of the list of types


class Feedback(Record):
    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    sort = models.CharField(max_length=12, choices=list(SORT_LABELS.items()))
    channel = models.CharField(max_length=10, choices=list(CHANNEL_LABELS.items()))
    said_by = models.CharField(max_length=10, choices=list(SPEAKER_LABELS.items()), blank=True)
    settled_at_once = models.BooleanField(default=False)
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    diary_number = models.CharField(max_length=40, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
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
