"""What says that an installation holds the demo, and which people belong to it."""

from django.db import models

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit


class DemoMarker(models.Model):
    """A demo that has been loaded; production does not start while there is one."""

    name = models.CharField(max_length=60, unique=True)
    root = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="+")
    loaded_at = models.DateTimeField()


class DemoPerson(models.Model):
    """A made-up person whom anyone may be while the demo is loaded. `hint` is Swedish: what to try as them."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    hint = models.CharField(max_length=200)
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ["root__sort_key", "order"]
