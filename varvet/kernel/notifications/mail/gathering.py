"""Gathering: what is due for a person becomes one mail, however many workers look at the same moment."""

import uuid
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from varvet.kernel.notifications.models import Mail, Notification


def is_due(*, now: datetime) -> bool:
    return _due(now).exists()


def gather(*, now: datetime) -> int:
    """Makes a mail for each person with something due; returns how many."""
    receivers = list(_due(now).order_by().values_list("receiver_id", flat=True).distinct())
    return sum(_gather_for(receiver, now) for receiver in receivers)


@transaction.atomic
def _gather_for(receiver: int, now: datetime) -> bool:
    """False when another worker has been first: its mail has them all."""
    mail = Mail.objects.create(receiver_id=receiver, message_id=new_id(), created_at=now, next_try_at=now)
    taken = _due(now).filter(receiver=receiver).update(mail=mail)
    if not taken:
        mail.delete()
    return bool(taken)


def _due(now: datetime) -> QuerySet[Notification]:
    return Notification.objects.filter(mail__isnull=True, mail_due_at__lte=now)


def new_id() -> str:
    """Given once and kept: a mail that is sent again is the same mail to whoever receives it."""
    return f"<{uuid.uuid4().hex}@{urlsplit(settings.SITE_ADDRESS).hostname}>"
