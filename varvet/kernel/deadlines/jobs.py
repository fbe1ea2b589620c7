"""Reminders each morning before work; of terms in hours, and what nobody has, each quarter of an hour."""

from datetime import time, timedelta

from django.utils import timezone
from django_tasks import task

from varvet.kernel.deadlines.holding import count_without_holder
from varvet.kernel.deadlines.reminding import remind_all, remind_hours
from varvet.kernel.deadlines.unanswered import tell_unanswered
from varvet.kernel.jobs.schedule import Periodic


@task
def remind() -> int:
    return remind_all(now=timezone.now())


@task
def remind_by_the_hour() -> int:
    return remind_hours(now=timezone.now())


@task
def watch() -> int:
    return count_without_holder(now=timezone.now())


@task
def tell_of_unanswered() -> int:
    return tell_unanswered(now=timezone.now())


PERIODIC = (
    Periodic("deadlines.unanswered", tell_of_unanswered, at=time(6, 10)),
    Periodic("deadlines.remind", remind, at=time(6, 0)),
    Periodic("deadlines.watch", watch, every=timedelta(minutes=15)),
    Periodic("deadlines.remind_hours", remind_by_the_hour, every=timedelta(minutes=15)),
)
