"""The tables of the year's wheel: activities, their occasions, texts, and calendars' secret addresses."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.registers.activities.rules import (
    LONGEST_NAME,
    LONGEST_REASON,
    MAKES_LABELS,
    REPEAT_LABELS,
    SORT_LABELS,
    Repeat,
    Rule,
)

KIND = "activities"


class Activity(models.Model):
    """Something the year holds, in a unit or the whole root. `name` is about the work, never a person.

    `key` is the one-time key of its form, or the code of the shipped one it is a copy of. The rule holds since
    `ruled_since`: times before that day are never made of it. A person is responsible, or whoever has the role.
    """

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    name = models.CharField(max_length=LONGEST_NAME)
    sort = models.CharField(max_length=10, choices=list(SORT_LABELS.items()))
    makes = models.CharField(max_length=12, choices=list(MAKES_LABELS.items()))
    repeat = models.CharField(max_length=10, choices=list(REPEAT_LABELS.items()))
    month = models.PositiveSmallIntegerField(default=1)
    day = models.PositiveSmallIntegerField(default=1)
    on = models.DateField(null=True, blank=True)
    days_ahead = models.PositiveSmallIntegerField(default=0)
    responsible = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    responsible_role = models.CharField(max_length=40, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    ruled_since = models.DateField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["unit__sort_key", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["root", "key"], name="wheel_activity_once"),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="wheel_activity_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(repeat=Repeat.ONCE, on__isnull=False) | (~Q(repeat=Repeat.ONCE) & Q(on__isnull=True)),
                name="wheel_activity_once_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(responsible__isnull=True) | Q(responsible_role=""), name="wheel_activity_person_or_role"
            ),
        ]

    @property
    def rule(self) -> Rule:
        return Rule(Repeat(self.repeat), self.month, self.day, self.on)


class Occasion(Record):
    """One time that an activity is due. What it says is its own: the activity may be changed since.

    `period` is the first day of its part of the year; with `repeat` it tells which time it is, however it is moved.
    `withdrawn` is what the activity no longer holds: cancelled by the change, and counted nowhere. `reason` is about
    the work, never a person.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="occasions")
    repeat = models.CharField(max_length=10, choices=list(REPEAT_LABELS.items()))
    period = models.DateField()
    name = models.CharField(max_length=LONGEST_NAME)
    sort = models.CharField(max_length=10, choices=list(SORT_LABELS.items()))
    makes = models.CharField(max_length=12, choices=list(MAKES_LABELS.items()))
    starts_on = models.DateField()
    due_on = models.DateField()
    responsible = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    made = models.ForeignKey(Record, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    moved_from = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    withdrawn = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "repeat", "period"], condition=Q(withdrawn=False), name="occasion_once_a_period"
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("starts_on")), name="occasion_due_after_start"),
            models.CheckConstraint(
                condition=Q(made__isnull=True) | Q(done_on__isnull=False), name="occasion_made_when_done"
            ),
            models.CheckConstraint(
                condition=Q(moved_from__isnull=True) | ~Q(reason=""), name="occasion_moved_with_reason"
            ),
        ]
        indexes = [models.Index(fields=["due_on"], name="occasion_due_on")]


class Part(models.TextChoices):
    RESULT = "result", _("Vad det ledde till")
    NOTE = "note", _("Överlämning")


class Narrative(narratives.Narrative):
    occasion = models.ForeignKey(Occasion, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["occasion", "part"], name="occasion_narrative_part")]


class Feed(models.Model):
    """A person's calendar at a secret address, of which only the hash is kept. `reads` are those since `hour`."""

    person = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    hour = models.DateTimeField(null=True, blank=True)
    reads = models.PositiveIntegerField(default=0)
