"""Which rung of the ladder somebody has been reminded of, and the time that has been given in addition."""

from django.db import models

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.deadlines.ladder import Rung
from varvet.kernel.records.models import Record


class Reminder(models.Model):
    """Reminded once of each rung of each last day; a new last day is a ladder of its own."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    clock = models.CharField(max_length=40)
    due = models.DateField()
    rung = models.CharField(max_length=10, choices=[(rung.value, rung.value) for rung in Rung])
    number = models.PositiveIntegerField()
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "clock", "due", "rung", "number"], name="reminder_once_a_rung"),
        ]


class Extension(models.Model):
    """More time, until a day, with the reason; the latest holds."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    clock = models.CharField(max_length=40)
    until = models.DateField()
    reason = EncryptedText()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["record", "clock", "-id"], name="extension_latest")]
