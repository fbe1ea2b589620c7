"""Mail at its own time: looked for every other second, sent at most every twenty."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from varvet.kernel.jobs.schedule import Periodic
from varvet.kernel.notifications.mail import delivery, gathering

EVERY = timedelta(seconds=20)


@task
def deliver() -> int:
    """May run beside another: each mail is gathered once and claimed once."""
    now = timezone.now()
    gathering.gather(now=now)
    return delivery.send_waiting(now=now)


def is_needed() -> bool:
    now: datetime = timezone.now()
    return gathering.is_due(now=now) or delivery.waits(now=now)


PERIODIC = (Periodic("notifications.deliver", deliver, every=EVERY, needed=is_needed),)
