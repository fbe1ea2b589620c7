"""Which rung of the ladder somebody has been reminded of, and the time that has been given in addition."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.deadlines.ladder import Rung
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record

EXTENDED, PAUSED, RESUMED = "extended", "paused", "resumed"  # as the trail calls it


class Reminder(models.Model):
    """Reminded once of each rung of each last day or moment; a new one is a ladder of its own.

    `due` is a day, or a moment in UTC, as ISO writes it.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    clock = models.CharField(max_length=40)
    due = models.CharField(max_length=32)
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


class Pause(models.Model):
    """The time stands from one day until another, when it goes on by itself: nothing stands forever.

    Somebody may let it go on earlier: then `until` is that day.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    clock = models.CharField(max_length=40)
    first_day = models.DateField()
    until = models.DateField()
    reason = EncryptedText()
    paused_at = models.DateTimeField()
    paused_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    resumed_at = models.DateTimeField(null=True, blank=True)
    resumed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    resumed_reason = EncryptedText(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["record", "clock", "-id"], name="pause_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("first_day")), name="pause_ends_after_start"),
            models.CheckConstraint(
                condition=Q(resumed_at__isnull=True, resumed_reason__isnull=True)
                | Q(resumed_at__isnull=False, resumed_reason__isnull=False),
                name="pause_resumed_with_reason",
            ),
        ]


class Watch(models.Model):
    """How many clocks of a root nobody could answer for, as the worker last counted."""

    root = models.OneToOneField(Unit, on_delete=models.CASCADE, primary_key=True, related_name="+")
    without_holder = models.PositiveIntegerField()
    counted_at = models.DateTimeField()
