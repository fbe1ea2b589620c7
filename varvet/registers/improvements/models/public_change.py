"""What everybody may read of an improvement: written for the page alone, never taken from the record."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Area, Unit
from varvet.registers.improvements.models.improvement import Improvement
from varvet.registers.improvements.rules import LONGEST_DONE, LONGEST_SAID, STANDING_LABELS, Standing


class PublicChange(models.Model):
    """`area` says where, as near as everybody is told. `published_on` stays when the text is taken down."""

    improvement = models.OneToOneField(Improvement, on_delete=models.CASCADE, related_name="public_change")
    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    area = models.CharField(max_length=20, choices=Area)
    you_said = models.CharField(max_length=LONGEST_SAID)
    we_did = models.CharField(max_length=LONGEST_DONE)
    standing = models.CharField(max_length=10, choices=list(STANDING_LABELS.items()), default=Standing.DRAFT)
    published_on = models.DateField(null=True, blank=True)
    published_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(standing=Standing.PUBLISHED) | Q(published_on__isnull=False),
                name="public_change_published_has_day",
            ),
            models.CheckConstraint(condition=Q(you_said__gt="", we_did__gt=""), name="public_change_says_both"),
        ]
        indexes = [models.Index(fields=["root", "standing", "-published_on"], name="public_change_of_root")]

    @property
    def is_published(self) -> bool:
        return self.standing == Standing.PUBLISHED
