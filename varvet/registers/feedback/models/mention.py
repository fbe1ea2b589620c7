"""What a piece of feedback is about."""

from django.db import models
from django.db.models import Q

from varvet.kernel.organisation.models import Category
from varvet.registers.feedback.models.feedback import Feedback


class Mention(models.Model):
    """A category the feedback is about; one of them is the primary."""

    feedback = models.ForeignKey(Feedback, on_delete=models.CASCADE, related_name="mentions")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    primary = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feedback", "category"], name="feedback_category_once"),
            models.UniqueConstraint(
                fields=["feedback"], condition=Q(primary=True), name="feedback_one_primary_category"
            ),
        ]
