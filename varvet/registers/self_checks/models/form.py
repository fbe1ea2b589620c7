"""Forms that a round is carried out with: versions of questions; a version that is in use never changes."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit


class Form(models.Model):
    """`shipped` is the code of the form in the library that it began as; empty when it is the root's own."""

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    shipped = models.CharField(max_length=40, blank=True)
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["root", "name"]
        constraints = [models.UniqueConstraint(fields=["root", "name"], name="form_name_once_per_root")]

    def usable(self) -> "FormVersion | None":
        """The version that what is planned now is carried out with; None when there is none, or no longer."""
        if self.retired_on is not None:
            return None
        return self.versions.filter(published_at__isnull=False).order_by("-number").first()


class FormVersion(models.Model):
    """A draft until it is published; then it may be used and is never changed."""

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["form", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["form", "number"], name="form_version_once"),
            models.UniqueConstraint(
                fields=["form"], condition=Q(published_at__isnull=True), name="form_one_draft_at_a_time"
            ),
        ]
