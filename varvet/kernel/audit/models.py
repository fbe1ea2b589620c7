"""The trail: events and readings with a MAC each, and the chain that seals them. Append-only, no foreign keys."""

from django.db import models

from varvet.kernel.law.words import marked


class AuditEvent(models.Model):
    """Something was done to a record. `data` holds coded values only, never names or narratives."""

    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    event = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(null=True)
    unit_id = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)
    mac = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["record_id", "version"], name="audit_record_version")]


class ReadEvent(models.Model):
    """Somebody read personal data: which part of which record."""

    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    part = models.CharField(max_length=60)
    mac = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["record_id", "at"], name="read_record_at")]


class Stream(models.TextChoices):
    EVENTS = "events", marked("Händelser")
    READINGS = "readings", marked("Läsningar")


class Seal(models.Model):
    """A link of the chain: this row of that stream, bound to all rows sealed before it."""

    stream = models.CharField(max_length=10, choices=Stream)
    number = models.PositiveBigIntegerField()
    row_id = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "number"], name="seal_number_once"),
            models.UniqueConstraint(fields=["stream", "row_id"], name="seal_row_once"),
        ]
