"""What a compilation keeps of its own: the words of its sections, and the figures as they were when approved."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit


class Status(models.TextChoices):
    DRAFT = "draft", _("Utkast")
    APPROVED = "approved", _("Fastställd")


class Compilation(models.Model):
    """One unit and period. `report` is the whole approved document as JSON, `digest` its SHA-256; empty before."""

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(max_length=10)
    first_day = models.DateField()
    last_day = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by_id = models.BigIntegerField(null=True)
    report = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "period"], name="compilation_once_per_period"),
            models.CheckConstraint(
                condition=Q(status="draft", digest="", report="", approved_at__isnull=True)
                | (Q(status="approved", approved_at__isnull=False) & ~Q(digest="") & ~Q(report="")),
                name="compilation_frozen_when_approved",
            ),
        ]


class Section(models.Model):
    """The words of one place. About the work, never about a person."""

    compilation = models.ForeignKey(Compilation, on_delete=models.CASCADE, related_name="sections")
    place = models.CharField(max_length=20)
    text = models.TextField()
    written_by_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["compilation", "place"], name="compilation_section_once")]
