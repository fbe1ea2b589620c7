"""A job is done once, by one worker, also when the worker is killed in the middle."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from varvet.kernel.jobs.models import Beat
from varvet.kernel.jobs.tests import sample_jobs
from varvet.kernel.jobs.worker import MOST_TRIES, SILENT_AFTER, Worker, take_up_left_behind


@pytest.fixture(autouse=True)
def no_schedule(settings: LazySettings) -> None:
    settings.JOBS = []


def lines(file: Path) -> list[str]:
    return file.read_text("utf-8").split() if file.exists() else []


def statuses() -> list[str]:
    return list(DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True))


@pytest.mark.django_db
def test_waiting_jobs_are_done_in_turn(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    for line in ("one", "two"):
        sample_jobs.note.enqueue(str(file), line)
    assert Worker().turn(timezone.now()) == 2
    assert lines(file) == ["one", "two"]
    assert statuses() == ["SUCCESSFUL"] * 2


@pytest.mark.django_db
def test_a_job_for_later_waits(tmp_path: Path) -> None:
    later = timezone.now() + timedelta(hours=1)
    sample_jobs.note.using(run_after=later).enqueue(str(tmp_path / "notes"), "one")
    assert Worker().turn(timezone.now()) == 0


@pytest.mark.django_db
def test_a_bug_stops_no_other_job_and_its_words_are_kept_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "Kalle glömdes kvar"
    sample_jobs.fail.enqueue(secret)
    sample_jobs.note.enqueue(str(tmp_path / "notes"), "after")
    with caplog.at_level(logging.ERROR):
        Worker().turn(timezone.now())
    assert statuses() == ["FAILED", "SUCCESSFUL"]
    failed = DBTaskResult.objects.get(status=TaskResultStatus.FAILED)
    assert failed.exception_class_path == "builtins.ValueError"
    assert "sample_jobs.py" in failed.traceback
    assert secret not in failed.traceback + caplog.text
    assert "ValueError" in caplog.text


@pytest.mark.django_db
def test_the_job_of_a_living_worker_is_left_alone() -> None:
    job = sample_jobs.note.enqueue("file", "line")
    now = timezone.now()
    DBTaskResult.objects.filter(pk=job.id).update(status="RUNNING", started_at=now, worker_ids=["other"])
    Beat.objects.create(worker="other", seen_at=now)
    assert take_up_left_behind(now + SILENT_AFTER - timedelta(seconds=1)) == 0
    assert take_up_left_behind(now + SILENT_AFTER) == 1
    assert statuses() == ["READY"]


@pytest.mark.django_db
def test_a_job_that_kills_its_worker_each_time_is_given_up() -> None:
    job = sample_jobs.note.enqueue("file", "line")
    workers = [f"dead-{number}" for number in range(MOST_TRIES)]
    DBTaskResult.objects.filter(pk=job.id).update(status="RUNNING", started_at=timezone.now(), worker_ids=workers)
    assert take_up_left_behind(timezone.now()) == 0
    assert statuses() == ["FAILED"]
