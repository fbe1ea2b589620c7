"""A job is done once, by one worker, also when the worker is killed in the middle."""

import os
import signal
import subprocess
import sys
import time as clock
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from varvet.kernel.jobs import schedule
from varvet.kernel.jobs.models import Turn
from varvet.kernel.jobs.schedule import Periodic, enqueue_due
from varvet.kernel.jobs.tests import sample_jobs
from varvet.kernel.jobs.worker import SILENT_AFTER, Worker
from varvet.kernel.records.tests.own_database import AtOnce

NIGHTLY = Periodic("nightly", sample_jobs.note, at=time(3, 0))
NOW = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
WORK = """
import django
django.setup()
from django.conf import settings
from django.utils import timezone
from varvet.kernel.jobs.worker import Worker
settings.JOBS = []
Worker().turn(timezone.now())
"""
JOBS = 24


@pytest.fixture(autouse=True)
def no_schedule(settings: LazySettings) -> None:
    settings.JOBS = []


def lines(file: Path) -> list[str]:
    return file.read_text("utf-8").split() if file.exists() else []


def statuses() -> list[str]:
    return list(DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True))


def start_process(at_once: AtOnce) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WORK], env={**os.environ, "DATABASE_URL": at_once.url})


def until(true: Callable[[], bool]) -> None:
    end = clock.monotonic() + 30
    while not true():
        assert clock.monotonic() < end, "it did not happen in time"
        clock.sleep(0.05)


def test_workers_in_threads_never_do_a_job_twice(at_once: AtOnce, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    at_once.alone(lambda: [sample_jobs.note.enqueue(str(file), str(number)) for number in range(JOBS)])
    done = at_once.run(*[lambda: Worker().turn(timezone.now())] * 3)
    assert sum(done) == JOBS  # type: ignore[arg-type]  # an exception here fails the test as well
    assert sorted(lines(file), key=int) == [str(number) for number in range(JOBS)]


def test_workers_in_processes_never_do_a_job_twice(at_once: AtOnce, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    at_once.alone(lambda: [sample_jobs.note.enqueue(str(file), str(number)) for number in range(JOBS)])
    for process in [start_process(at_once) for _ in range(2)]:
        assert process.wait(timeout=60) == 0
    assert sorted(lines(file), key=int) == [str(number) for number in range(JOBS)]


def test_what_a_killed_worker_began_is_finished_by_another(at_once: AtOnce, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    at_once.alone(lambda: sample_jobs.begin_and_wait.enqueue(str(file)))
    process = start_process(at_once)
    until(lambda: lines(file) == ["begun"])
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    assert at_once.alone(statuses) == ["RUNNING"]
    assert at_once.alone(lambda: Worker().turn(timezone.now())) == 0  # it may still be alive
    assert at_once.alone(lambda: Worker().turn(timezone.now() + SILENT_AFTER)) == 1
    assert at_once.alone(statuses) == ["SUCCESSFUL"]
    assert lines(file) == ["begun", "again"]


def test_two_who_look_at_once_put_it_there_once(at_once: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "declared", lambda: [NIGHTLY])
    at_once.alone(lambda: Turn.objects.create(code="nightly", due_at=NOW))
    found = at_once.run(*[lambda: enqueue_due(now=NOW)] * 4)
    assert sorted(found, key=str) == [["nightly"], [], [], []]  # a failed one would be an exception in the list
    assert at_once.alone(DBTaskResult.objects.count) == 1
