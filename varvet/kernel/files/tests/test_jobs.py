"""What is done with files at its own time."""

import pytest
from pytest_django.fixtures import Settings

from varvet.kernel.files import jobs, stored
from varvet.kernel.jobs.schedule import declared


def test_both_are_declared() -> None:
    assert {job.code for job in jobs.PERIODIC} <= {job.code for job in declared()}


def test_scanning_waits_until_there_is_a_scanner(settings: Settings) -> None:
    [scan] = [job for job in jobs.PERIODIC if job.code == "files.scan_waiting"]
    assert scan.needed is not None
    assert not scan.needed()
    settings.CLAMAV = "127.0.0.1:3310"
    assert scan.needed()


@pytest.mark.parametrize("name", ["scan_waiting", "remove_orphans"])
def test_each_does_what_it_is_named_after(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(stored, name, lambda *, now: 7 if now.tzinfo else 0)
    assert getattr(jobs, name).func() == 7
