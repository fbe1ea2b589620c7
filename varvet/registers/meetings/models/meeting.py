"""The tables of staff meetings: a sheet for a unit and month, its lines, and what was written at it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.records import narratives
from varvet.kernel.records.meeting_lines import Section
from varvet.kernel.records.models import Record
from varvet.registers.meetings.rules import (
    LONGEST_QUESTION,
    OUTCOME_LABELS,
    REASON_LABELS,
    SECTION_LABELS,
    Outcome,
    Reason,
    Status,
)

KIND = "meetings"


class Meeting(Record):
    """A unit's staff meeting of a month, named by the month's first day.

    `place` is its unit once more, so that the database keeps one sheet a month.

    `frozen_on` is the day from which its lines stand as they are; until then they are read anew. `present` is how many
    were there, never who. `question` is about the work, never a person: everybody in the unit reads it.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    place = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    responsible = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    question = models.CharField(max_length=LONGEST_QUESTION, blank=True)
    frozen_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    present = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "month"], name="meeting_once_a_month"),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, present__isnull=True)
                | Q(held_on__isnull=False, present__gte=1, frozen_on__isnull=False),
                name="meeting_held_with_some",
            ),
        ]
        indexes = [models.Index(fields=["month"], name="meeting_month")]

    @property
    def is_fresh(self) -> bool:
        return self.status == Status.PLANNED


class Line(models.Model):
    """A line of a sheet, as it was when the meeting began: codes, and plain words about the work. Never a person.

    `kind` is the register it came from, empty where the manager wrote it. `count` is how many happenings it stands
    for. `came_in` since the sheet before: then it is counted here, and nowhere else.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=10, choices=list(SECTION_LABELS.items()), default=Section.ROUTINES)
    kind = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=120, blank=True)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=400, blank=True)
    sentence = models.CharField(max_length=200, blank=True)
    values = models.JSONField(default=dict, blank=True)
    due_on = models.DateField(null=True, blank=True)
    is_good = models.BooleanField(default=False)
    came_in = models.BooleanField(default=False)
    numbered = models.BooleanField(default=True)
    count = models.PositiveIntegerField(default=1)
    before = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    records = models.ManyToManyField(Record, related_name="+")
    outcome = models.CharField(max_length=10, blank=True, choices=list(OUTCOME_LABELS.items()))
    reason = models.CharField(max_length=10, blank=True, choices=list(REASON_LABELS.items()))

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.LEFT) | Q(reason__in=sorted(Reason)), name="meeting_line_left_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(title__gt="") | Q(name__gt="") | Q(category__isnull=False), name="meeting_line_is_called"
            ),
        ]

    @property
    def part(self) -> str:
        """What an improvement that begins from it says that it follows."""
        return f"line-{self.pk}"

    @property
    def is_raised(self) -> bool:
        return self.outcome == Outcome.RAISED


class Part(models.TextChoices):
    NOTE = "note", _("Anteckning")
    TALKED = "talked", _("Det vi kom fram till")
    NOT_HELD = "not_held", _("Varför mötet inte blev av")
    HANDED = "handed", _("Överlämning")


class Narrative(narratives.Narrative):
    """What was written at the meeting; `line` is what of the sheet it is about."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="narratives")
    line = models.ForeignKey(Line, on_delete=models.CASCADE, null=True, blank=True, related_name="notes")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["meeting", "part"], name="meeting_narrative_part")]
