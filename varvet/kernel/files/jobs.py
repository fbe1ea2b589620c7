"""What is done with files at its own time: scanned when the scanner is back, and cleaned of what nobody owns."""

from datetime import time, timedelta

from django.utils import timezone
from django_tasks import task

from varvet.kernel.files import scanning, stored
from varvet.kernel.jobs.schedule import Periodic


@task
def scan_waiting() -> int:
    return stored.scan_waiting(now=timezone.now())


@task
def remove_orphans() -> int:
    return stored.remove_orphans(now=timezone.now())


PERIODIC = (
    Periodic("files.scan_waiting", scan_waiting, every=timedelta(minutes=5), needed=scanning.is_configured),
    Periodic("files.remove_orphans", remove_orphans, at=time(3, 30)),
)
