"""The queue's own upkeep."""

from datetime import time, timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from varvet.kernel.jobs.models import Beat
from varvet.kernel.jobs.schedule import Periodic

FINISHED_KEPT = timedelta(days=14)
BEATS_KEPT = timedelta(days=1)


@task
def prune() -> int:
    """Removes what was finished long ago; what failed stays as long."""
    now = timezone.now()
    Beat.objects.filter(seen_at__lt=now - BEATS_KEPT).delete()
    return DBTaskResult.objects.finished().filter(finished_at__lt=now - FINISHED_KEPT).delete()[0]


PERIODIC = (Periodic("jobs.prune", prune, at=time(3, 0)),)
