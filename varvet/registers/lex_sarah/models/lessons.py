"""Lessons from a case, the units they were sent to, and what each unit did with them."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.organisation.models import Unit
from varvet.registers.lex_sarah.models.case import LexSarah


class Lesson(models.Model):
    """What others can learn, in general words: read in other units, which never see the case."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="lessons")
    text = EncryptedText()
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]


class LessonSent(models.Model):
    """A lesson at one unit: read by its manager, and raised at a staff meeting (APT)."""

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="sent")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    read_on = models.DateField(null=True, blank=True)
    read_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    raised_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["unit__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["lesson", "unit"], name="lex_sarah_lesson_once_a_unit"),
            models.CheckConstraint(
                condition=Q(raised_on__isnull=True) | Q(read_on__isnull=False), name="lex_sarah_lesson_raised_was_read"
            ),
        ]
