"""What a report carries besides what happened: for whom it was made, by which link, what its reporter has read."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.organisation.models import Unit
from varvet.registers.deviations.models.deviation import Deviation


class UnitLink(models.Model):
    """An address by which staff without an account report to one unit: a token nobody guesses, and a code word.

    Wrong code words are counted here, `wrong_tries` since `tries_from`, so that guessing is stopped.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=40, unique=True)
    word_hash = models.CharField(max_length=200)
    made_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    last_day = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    wrong_tries = models.PositiveIntegerField(default=0)
    tries_from = models.DateTimeField(null=True, blank=True)


class Reporting(models.Model):
    """One row for a report made for somebody else, or by a link. `follow_hash` is of the code its reporter got."""

    deviation = models.OneToOneField(Deviation, on_delete=models.CASCADE, related_name="reporting")
    on_behalf_of = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    told_by = EncryptedText(null=True, blank=True)
    link = models.ForeignKey(UnitLink, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    follow_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["follow_hash"], condition=~Q(follow_hash=""), name="reporting_follow_hash_once"
            ),
            models.CheckConstraint(
                condition=Q(follow_hash="") | Q(link__isnull=False), name="reporting_code_only_by_link"
            ),
        ]


class LastSeen(models.Model):
    """Which version of a report its reporter has read, so that what is new can be shown."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "deviation"], name="report_seen_once")]
