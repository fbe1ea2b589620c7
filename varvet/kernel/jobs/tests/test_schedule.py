"""What is due is put in the queue once, at Swedish times, and only while it is needed."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from varvet.kernel.jobs import schedule
from varvet.kernel.jobs.schedule import Periodic, declared, enqueue_due
from varvet.kernel.jobs.tests import sample_jobs

OFTEN = Periodic("often", sample_jobs.note, every=timedelta(seconds=20))
NIGHTLY = Periodic("nightly", sample_jobs.note, at=time(3, 0))
NOW = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)


def run_with(monkeypatch: pytest.MonkeyPatch, *jobs: Periodic) -> None:
    monkeypatch.setattr(schedule, "declared", lambda: list(jobs))


@pytest.mark.django_db
def test_a_job_is_due_at_once_and_then_at_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    run_with(monkeypatch, OFTEN, NIGHTLY)
    assert enqueue_due(now=NOW) == ["often", "nightly"]
    assert enqueue_due(now=NOW + timedelta(seconds=19)) == []
    assert enqueue_due(now=NOW + timedelta(seconds=20)) == ["often"]
    assert enqueue_due(now=NOW + timedelta(days=1)) == ["often", "nightly"]
    assert DBTaskResult.objects.count() == 5


@pytest.mark.django_db
def test_what_is_not_needed_waits_until_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [False, True]
    run_with(monkeypatch, Periodic("asked", sample_jobs.note, every=OFTEN.every, needed=lambda: answers.pop(0)))
    assert enqueue_due(now=NOW) == []
    assert enqueue_due(now=NOW) == ["asked"]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(NOW, datetime(2026, 3, 17, 2, 0, tzinfo=UTC), id="tomorrow"),
        pytest.param(datetime(2026, 3, 16, 1, 59, tzinfo=UTC), datetime(2026, 3, 16, 2, 0, tzinfo=UTC), id="today"),
        pytest.param(
            datetime(2026, 3, 28, 2, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC), id="summer-time-begins"
        ),
    ],
)
def test_the_hour_is_the_swedish_one(moment: datetime, expected: datetime) -> None:
    assert NIGHTLY.next_after(moment) == expected


def test_every_declared_job_has_a_code_of_its_own(settings: LazySettings) -> None:
    codes = [job.code for job in declared()]
    assert len(set(codes)) == len(codes) >= len(settings.JOBS)
    assert all((job.every is None) != (job.at is None) for job in declared())


@pytest.mark.django_db
def test_the_houses_own_jobs_can_be_done() -> None:
    for job in declared():
        job.task.call()
    assert timezone.now() > NOW
