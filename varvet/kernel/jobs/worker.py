"""The worker: takes one job at a time from the database, also those that a killed worker left behind."""

import logging
import threading
import traceback
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from varvet.kernel.jobs.models import Beat
from varvet.kernel.jobs.schedule import enqueue_due

LOOKS_EVERY = 2.0  # seconds
BEATS_EVERY = 15.0  # seconds
SILENT_AFTER = timedelta(seconds=90)
MOST_TRIES = 5  # of a job whose worker is killed each time
logger = logging.getLogger(__name__)


Job = DBTaskResult[Any, Any]


class Worker:
    """Any number of them may run beside each other, in threads or in processes."""

    def __init__(self) -> None:
        self.name = uuid.uuid4().hex
        self._stopped = threading.Event()

    def stop(self) -> None:
        """The job being done is finished first."""
        self._stopped.set()

    def run(self) -> None:
        """Works until it is stopped; a database that does not answer is tried again."""
        heart = threading.Thread(target=self._beat_on, name="worker-heart", daemon=True)
        heart.start()
        while not self._stopped.wait(LOOKS_EVERY):
            close_old_connections()
            try:
                self.turn(timezone.now())
            except DatabaseError as error:
                logger.warning("The queue could not be read now: %s", type(error).__name__)
        connections.close_all()

    def turn(self, now: datetime) -> int:
        """Does all that is due or waiting; returns how many jobs."""
        self.beat(now)
        take_up_left_behind(now)
        enqueue_due(now=now)
        done = 0
        while not self._stopped.is_set():
            job = self._claim()
            if job is None:
                break
            _do(job)
            done += 1
        return done

    def beat(self, now: datetime) -> None:
        """Written before a job is claimed, so that no other takes this one for dead."""
        Beat.objects.update_or_create(worker=self.name, defaults={"seen_at": now})

    def _beat_on(self) -> None:
        while not self._stopped.wait(BEATS_EVERY):
            try:
                self.beat(timezone.now())
            except DatabaseError as error:
                logger.warning("The worker could not say that it is alive: %s", type(error).__name__)
            finally:
                connections.close_all()

    def _claim(self) -> Job | None:
        """Whoever changes the row from waiting to running has the job."""
        for job in DBTaskResult.objects.ready()[:5]:
            mine = {"started_at": timezone.now(), "worker_ids": [*job.worker_ids, self.name]}
            waiting = DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.READY)
            if waiting.update(status=TaskResultStatus.RUNNING, **mine):
                return DBTaskResult.objects.get(pk=job.pk)
        return None


def take_up_left_behind(now: datetime) -> int:
    """Puts back the jobs of workers that have been silent too long; returns how many."""
    running = list(DBTaskResult.objects.running())
    if not running:
        return 0
    alive = set(Beat.objects.filter(seen_at__gt=now - SILENT_AFTER).values_list("worker", flat=True))
    return sum(_put_back(job, now) for job in running if job.worker_ids[-1] not in alive)


def _put_back(job: Job, now: datetime) -> int:
    """0 when another has been first. A job that has killed its worker too many times is given up."""
    left = DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.RUNNING, started_at=job.started_at)
    if len(job.worker_ids) < MOST_TRIES:
        return left.update(status=TaskResultStatus.READY)
    logger.error("The job %s is given up: its worker has been killed %s times.", job.task_name, MOST_TRIES)
    left.update(status=TaskResultStatus.FAILED, finished_at=now, exception_class_path="killed")
    return 0


def _do(job: Job) -> None:
    """A job that fails stays as failed. Neither row nor log keeps the error's own words, which may quote a record."""
    try:
        given = job.args_kwargs
        job.set_successful(job.task.call(*given["args"], **given["kwargs"]))
    except Exception as error:  # noqa: BLE001 - one job's bug is logged and does not stop the others
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        where = "".join(traceback.format_tb(error.__traceback__))
        logger.error("The job %s failed: %s\n%s", job.task_path, kind, where)
        job.status, job.finished_at = TaskResultStatus.FAILED, timezone.now()
        job.exception_class_path, job.traceback = kind, where
        job.save(update_fields=["status", "finished_at", "exception_class_path", "traceback"])
