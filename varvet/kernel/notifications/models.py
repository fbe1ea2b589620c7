"""Notifications, the mails that carry them, and what each person has chosen. Coded values only, never a narrative."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import MODE_LABELS, MailMode
from varvet.kernel.records.models import Record


class Mail(models.Model):
    """One mail to one person. What it says is made when it is sent, of the notifications the person may see then."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Väntar")
        SENDING = "sending", _("Skickas")
        SENT = "sent", _("Skickat")
        FAILED = "failed", _("Misslyckat")
        EMPTY = "empty", _("Inget kvar att skicka")

    receiver = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    message_id = models.CharField(max_length=160, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=80, blank=True)  # the kind of error: its text could repeat what was in the mail

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(state="sent") | Q(sent_at__isnull=False), name="mail_sent_has_moment"),
        ]
        indexes = [models.Index(fields=["state", "next_try_at"], name="mail_state_next_try")]


class Notification(models.Model):
    """A person is told that something happened to a record. Written in the transaction in which it happened."""

    receiver = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    event = models.CharField(max_length=20)  # of Event: a new one needs no migration
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mail_due_at = models.DateTimeField(null=True)  # none for somebody who wants no mail of it
    mail = models.ForeignKey(Mail, on_delete=models.SET_NULL, null=True, related_name="notifications")

    class Meta:
        indexes = [
            models.Index(fields=["receiver"], condition=Q(read_at__isnull=True), name="notification_unread"),
            models.Index(fields=["receiver", "-id"], name="notification_newest"),
            models.Index(
                fields=["mail_due_at"],
                condition=Q(mail__isnull=True, mail_due_at__isnull=False),
                name="notification_to_mail",
            ),
        ]


class Announcement(models.Model):
    """Something is to be told to those nearest the record who hold a permission: who they are is found afterwards.

    Written in the transaction in which it happened, so that it is neither lost nor untrue, and gone when it is told.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    event = models.CharField(max_length=20)  # of Event: a new one needs no migration
    permission = models.CharField(max_length=60)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    happened_at = models.DateTimeField()


class Choice(models.Model):
    """How a person wants to be told of an event. `wide`: also what another, nearer the unit, has been told of."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    event = models.CharField(max_length=20)
    mode = models.CharField(max_length=10, choices=[(mode.value, label) for mode, label in MODE_LABELS.items()])
    wide = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "event"], name="notification_choice_once"),
            models.CheckConstraint(condition=Q(mode__in=[*MailMode]), name="notification_choice_mode"),
        ]


class Weekly(models.Model):
    """A person has got the mail of what waits for them, in the week that begins on a Monday: once, whoever looks."""

    receiver = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()
    mail = models.OneToOneField(Mail, on_delete=models.CASCADE, related_name="weekly")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["receiver", "week"], name="notification_weekly_once")]


class WithoutWeekly(models.Model):
    """A person who wants no weekly mail."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
