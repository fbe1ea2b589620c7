"""What is read through again: open records, each quarter of an hour, where the words have changed."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from varvet.kernel.jobs.schedule import Periodic
from varvet.kernel.questions.scanning import scan_changed


@task
def scan_words() -> int:
    return scan_changed(now=timezone.now())


PERIODIC = (Periodic("questions.scan_words", scan_words, every=timedelta(minutes=15)),)
