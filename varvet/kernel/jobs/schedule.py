"""What is done at its own time: declared by the parts of the house, put in the queue once each time it is due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import Task

from varvet.kernel.jobs.models import Turn


@dataclass(frozen=True)
class Periodic:
    """A job without arguments: every so often, or once a day at a Swedish time. Jobs bear being done twice.

    `needed` is asked when it is due; while it says no, the job waits.
    """

    code: str
    task: Task[..., Any]
    every: timedelta | None = None
    at: time | None = None
    needed: Callable[[], bool] | None = None

    def next_after(self, moment: datetime) -> datetime:
        if self.every is not None:
            return moment + self.every
        sweden, at = timezone.get_default_timezone(), self.at or time.min
        day = moment.astimezone(sweden).date()
        today = datetime.combine(day, at, sweden)
        return today if moment < today else datetime.combine(day + timedelta(days=1), at, sweden)


def declared() -> list[Periodic]:
    """What the modules named in settings.JOBS declare as `PERIODIC`."""
    return [periodic for name in settings.JOBS for periodic in import_string(f"{name}.PERIODIC")]


def enqueue_due(*, now: datetime) -> list[str]:
    """Puts what is due in the queue; returns the codes. A job never seen before is due at once."""
    known = dict(Turn.objects.values_list("code", "due_at"))
    jobs = declared()
    new = [Turn(code=job.code, due_at=now) for job in jobs if job.code not in known]
    if new:
        Turn.objects.bulk_create(new, ignore_conflicts=True)
    due = [job for job in jobs if known.get(job.code, now) <= now]
    wanted = [job for job in due if job.needed is None or job.needed()]
    return [job.code for job in wanted if _take(job, now)]


@transaction.atomic
def _take(job: Periodic, now: datetime) -> bool:
    """The queue and the moment change together, so that a job is neither lost nor put there twice."""
    moved = Turn.objects.filter(code=job.code, due_at__lte=now).update(due_at=job.next_after(now))
    if moved:
        job.task.enqueue()
    return bool(moved)
