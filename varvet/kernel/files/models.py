"""A file as kept: its content lies encrypted beside the database, and its row is what makes it exist."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.files.kinds import Kind


class State(models.TextChoices):
    WAITING = "waiting", _("Väntar på viruskontroll")
    CLEAN = "clean", _("Kontrollerad")
    INFECTED = "infected", _("Skadlig kod hittades")
    UNSCANNED = "unscanned", _("Inte viruskontrollerad")  # no scanner was configured


class StoredFile(models.Model):
    """`token` names the content on disk and in the address, and says nothing. `name` can name a person: encrypted.

    `size` in bytes and `sha256` are of the content as handed out.
    """

    token = models.CharField(max_length=32, unique=True)
    name = EncryptedText()
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in Kind])
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State)
    scanned_at = models.DateTimeField(null=True, blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["clean", "infected"], scanned_at__isnull=False)
                | Q(state__in=["waiting", "unscanned"], scanned_at__isnull=True),
                name="stored_file_scanned_has_day",
            ),
        ]
        indexes = [models.Index(fields=["state"], name="stored_file_state")]
