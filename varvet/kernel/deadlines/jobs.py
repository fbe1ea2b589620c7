"""Reminders go out each morning before people come to work."""

from datetime import time

from django.utils import timezone
from django_tasks import task

from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.jobs.schedule import Periodic


@task
def remind() -> int:
    return remind_all(now=timezone.now())


PERIODIC = (Periodic("deadlines.remind", remind, at=time(6, 0)),)
