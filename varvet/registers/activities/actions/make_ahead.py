"""Each night the occasions of the time ahead are made: none twice, and none missed however long the worker was away."""

from datetime import datetime, time

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from varvet.kernel.jobs.schedule import Periodic
from varvet.kernel.law.days import day_of
from varvet.registers.activities.actions.activities import lock_activity
from varvet.registers.activities.actions.fitting import fit
from varvet.registers.activities.models import Activity


@task
def make_ahead() -> int:
    return make_all(now=timezone.now())


def make_all(*, now: datetime) -> int:
    """How many occasions were made. One activity a transaction: what is killed half-way is taken up where it was."""
    going_on = Q(last_day__isnull=True) | Q(last_day__gte=day_of(now))
    return sum(_make(activity, now) for activity in Activity.objects.filter(going_on).order_by("pk"))


@transaction.atomic
def _make(activity: Activity, now: datetime) -> int:
    current = lock_activity(activity)
    return fit(current, by=None, now=now, was=current.responsible_id).made


PERIODIC = (Periodic("activities.make_ahead", make_ahead, at=time(4, 30)),)
