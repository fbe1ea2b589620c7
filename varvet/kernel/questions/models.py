"""Signs that a record may be lex Sarah, each weighed by a person with a reason or asked where it is investigated."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record, Referral


class Sign(models.TextChoices):
    """What makes somebody look."""

    WORRIED = "worried", _("Rapportören är mycket orolig")
    WORDS = "words", _("Texten nämner skada eller övergrepp")


class Suspicion(models.Model):
    """One sign of one record. Open until it is weighed or asked; a new sign after that is a row of its own."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    sign = models.CharField(max_length=10, choices=Sign)
    noticed_at = models.DateTimeField()
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    weighed_at = models.DateTimeField(null=True, blank=True)
    weighed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = EncryptedText(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record", "sign"],
                condition=Q(referral__isnull=True, weighed_at__isnull=True),
                name="suspicion_one_open_a_sign",
            ),
            models.CheckConstraint(
                condition=Q(weighed_at__isnull=True, reason__isnull=True)
                | Q(weighed_at__isnull=False, reason__isnull=False, referral__isnull=True),
                name="suspicion_weighed_with_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["record"],
                condition=Q(referral__isnull=True, weighed_at__isnull=True),
                name="suspicion_open",
            ),
        ]


class HarmScan(models.Model):
    """The words by which a root's open records were last read through, as a fingerprint."""

    root = models.OneToOneField(Unit, on_delete=models.CASCADE, primary_key=True, related_name="+")
    fingerprint = models.CharField(max_length=64)
    scanned_at = models.DateTimeField()
