"""What the public form leaves: a code to follow by, of which only a hash is kept, and how many came from one source."""

from django.db import models

from varvet.registers.feedback.models.feedback import Feedback


class Following(models.Model):
    """One row for what was sent without an account: the hash of the code its sender got."""

    feedback = models.OneToOneField(Feedback, on_delete=models.CASCADE, related_name="following")
    follow_hash = models.CharField(max_length=64, unique=True)


class Attempt(models.Model):
    """How much came from one source in an hour. The source's hash is of the day, so that nobody can be followed."""

    class Purpose(models.TextChoices):
        SENDING = "sending"
        WRONG_CODE = "wrong_code"

    purpose = models.CharField(max_length=12, choices=Purpose)
    source = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["purpose", "source", "hour"], name="feedback_attempt_once")]
