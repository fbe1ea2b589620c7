"""Frames, what was drawn from them and with what seed, replacements, and what a result led to."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.registers.self_checks.models.case import Case
from varvet.registers.self_checks.models.round import Round
from varvet.registers.self_checks.rules.drawing import FRAME_LABELS, WHY_LABELS, Trait
from varvet.registers.self_checks.rules.round import LONGEST_REASON


class Frame(models.Model):
    """A list as it was when it was read, in codes. `number` counts the round's frames from 1.

    `seed` is 32 bytes in hex, made once when the list is read; `sha256` is of the rows in order. `rows` holds a row a
    line: code, sex, unit and group between tabs. `traits` are the codes it is divided by, with commas; nobody changes
    them after the first draw. A frame of payments is of those from `first_day` to `last_day`. `findings` are lines of
    fault, field, count and row numbers: never what the list says.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="frames")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=list(FRAME_LABELS.items()))
    source = models.CharField(max_length=60, blank=True)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    size = models.PositiveIntegerField()
    read = models.PositiveIntegerField()
    findings = models.TextField(blank=True)
    seed = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    traits = models.CharField(max_length=40, blank=True)
    rows = EncryptedText()
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["round", "number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="frame_number_once_per_round"),
            models.UniqueConstraint(fields=["round", "first_day"], name="frame_of_days_once_per_round"),
            models.CheckConstraint(condition=Q(size__gte=1, size__lte=models.F("read")), name="frame_has_rows"),
        ]

    @property
    def trait_codes(self) -> tuple[str, ...]:
        return tuple(trait for trait in Trait if trait in self.traits.split(","))


class Draw(models.Model):
    """One draw from a frame: the first, or an extension. `number` is the `draw` of its cases."""

    frame = models.ForeignKey(Frame, on_delete=models.CASCADE, related_name="draws")
    number = models.PositiveSmallIntegerField()
    wanted = models.PositiveIntegerField()
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["frame", "number"]
        constraints = [models.UniqueConstraint(fields=["frame", "number"], name="draw_once_per_frame")]


class DrawnStratum(models.Model):
    """How many of a stratum's rows had been drawn when the draw was done, those drawn before included."""

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="strata")
    stratum = models.CharField(max_length=160)
    population = models.PositiveIntegerField()
    sample = models.PositiveIntegerField()

    class Meta:
        ordering = ["draw", "stratum"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "stratum"], name="drawn_stratum_once"),
            models.CheckConstraint(condition=Q(sample__lte=models.F("population")), name="drawn_of_population"),
        ]


class Replacement(models.Model):
    """Why a drawn case was left out; the case that stands in for it names its number in `replaces`."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="replacement")
    reason = models.CharField(max_length=12, choices=list(WHY_LABELS.items()))
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(reason__in=list(WHY_LABELS)), name="replacement_known_reason")
        ]


class FollowUp(models.Model):
    """What a result led to beside improvements, which follow the round by a tie of their own.

    `no_action_reason` is about the work, never a person: the report shows it. `raised_on` is the day of the APT.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="follow_up")
    no_action_reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    raised_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(no_action_reason="", decided_on__isnull=True)
                | (~Q(no_action_reason="") & Q(decided_on__isnull=False)),
                name="no_action_has_reason_and_day",
            )
        ]
