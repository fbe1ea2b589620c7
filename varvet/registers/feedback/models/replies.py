"""A root's own replies to those who got in touch."""

from django.db import models
from django.db.models import Q

from varvet.kernel.organisation.models import Unit
from varvet.registers.feedback.rules.replies import LONGEST_TEXT, LONGEST_TITLE


class ReplyTemplate(models.Model):
    """One that is retired is kept, and no longer offered. `category` is the code of a type, whatever the version."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=LONGEST_TITLE)
    text = models.TextField(max_length=LONGEST_TEXT)
    status = models.CharField(max_length=20, blank=True)
    category = models.CharField(max_length=60, blank=True)
    retired = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("title", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["root", "title"], condition=Q(retired=False), name="feedback_reply_title_once"
            )
        ]
