"""What the spine tidies each night: drafts past their day, and keys of forms that were sent long ago."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django_tasks import task

from varvet.kernel.jobs.schedule import Periodic
from varvet.kernel.records.drafts import remove_expired
from varvet.kernel.records.models import OneTimeKey

KEYS_KEPT = timedelta(days=90)  # far longer than a form is left open in a browser


def remove_old_keys(*, now: datetime) -> int:
    return OneTimeKey.objects.filter(used_at__lt=now - KEYS_KEPT).delete()[0]


@task
def tidy() -> None:
    remove_expired(today=timezone.localdate())
    remove_old_keys(now=timezone.now())


PERIODIC = (Periodic("records.tidy", tidy, at=time(3, 10)),)
