"""Mail at its own time: looked for every other second, sent at most every twenty; and what is old goes at night."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django_tasks import task

from varvet.kernel.jobs.schedule import Periodic
from varvet.kernel.notifications import announcing
from varvet.kernel.notifications.mail import delivery, gathering, weekly
from varvet.kernel.notifications.models import Mail, Notification

EVERY = timedelta(seconds=20)
READ_KEPT = timedelta(days=365)
SENT_KEPT = timedelta(days=90)


@task
def tell_announced() -> int:
    return announcing.spread()


@task
def deliver() -> int:
    """May run beside another: each mail is gathered once and claimed once."""
    now = timezone.now()
    gathering.gather(now=now)
    return delivery.send_waiting(now=now)


def is_needed() -> bool:
    now: datetime = timezone.now()
    return gathering.is_due(now=now) or delivery.waits(now=now)


@task
def queue_week() -> int:
    """Each morning: what was not done on the week's first working day is done on the next."""
    return weekly.queue_week(now=timezone.now())


@task
def prune() -> None:
    """What was read or mailed long ago has done its work; what is unread or has failed stays."""
    now = timezone.now()
    Notification.objects.filter(read_at__lt=now - READ_KEPT).delete()
    Mail.objects.filter(state__in=[Mail.State.SENT, Mail.State.EMPTY], created_at__lt=now - SENT_KEPT).delete()


PERIODIC = (
    Periodic("notifications.announced", tell_announced, every=timedelta(seconds=1), needed=announcing.waits),
    Periodic("notifications.deliver", deliver, every=EVERY, needed=is_needed),
    Periodic("notifications.weekly", queue_week, at=time(6, 30)),
    Periodic("notifications.prune", prune, at=time(3, 20)),
)
