"""Saved views: a list as somebody wants to see it again."""

from django.db import models

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit


class SavedView(models.Model):
    """A name for what the address of a list says. `query` holds coded values only.

    It is its owner's alone, unless it is shared with those who read the list of a unit.
    """

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    register = models.CharField(max_length=40)
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=500, blank=True)
    shared_with = models.ForeignKey(Unit, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "root", "register", "name"], name="view_name_once"),
        ]
        indexes = [models.Index(fields=["root", "register"], name="view_of_list")]

    def __str__(self) -> str:
        return self.name
