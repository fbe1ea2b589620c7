"""Marking what one has been told as read: a person's own state, which no record and no trail knows of."""

from datetime import datetime

from varvet.kernel.access.reader import Reader
from varvet.kernel.notifications.models import Notification
from varvet.kernel.notifications.queries import visible_to


def mark_read(notification: Notification, *, now: datetime) -> None:
    """Whatever else the person has been told of the same record is read with it."""
    mine = Notification.objects.filter(receiver=notification.receiver_id, record=notification.record_id)
    mine.filter(read_at__isnull=True, pk__lte=notification.pk).update(read_at=now)


def mark_all_read(reader: Reader, *, up_to: int, now: datetime) -> int:
    """Those that were there when the page was shown; what has come since stays unread."""
    ids = list(visible_to(reader).filter(read_at__isnull=True, pk__lte=up_to).values_list("pk", flat=True))
    return Notification.objects.filter(pk__in=ids).update(read_at=now)
