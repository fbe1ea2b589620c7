"""The sealer: seals, exports the heads once a day, and tells what has waited too long."""

import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connections

from varvet.config.cli import sealer as module
from varvet.config.cli.sealer import Sealer
from varvet.kernel.audit import trail
from varvet.kernel.audit.models import Seal
from varvet.kernel.audit.sealing import Head
from varvet.kernel.audit.verify import verify

NOW = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)


@pytest.fixture
def sealer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sealer:
    monkeypatch.setattr(connections, "close_all", lambda: None)  # the test's own connection stays
    return Sealer(tmp_path / "heads")


def write() -> None:
    subject = trail.Subject(kind="toys", actor_id=1, record_id=1, version=1, unit_id=1)
    trail.write([trail.event("changed", subject, at=NOW)])


@pytest.mark.django_db
def test_a_turn_seals_and_exports_heads_that_the_trail_holds(sealer: Sealer) -> None:
    write()
    sealer.turn(NOW)
    assert Seal.objects.count() == 1
    kept = [Head(**head) for head in json.loads((sealer.folder / "2026-03-16.json").read_text())]
    assert verify(kept) == []


@pytest.mark.django_db
def test_heads_are_exported_once_a_day(sealer: Sealer) -> None:
    sealer.turn(NOW)
    sealer.turn(NOW + timedelta(hours=1))
    sealer.turn(NOW + timedelta(days=1))
    assert sorted(file.name for file in sealer.folder.iterdir()) == ["2026-03-16.json", "2026-03-17.json"]


@pytest.mark.django_db
def test_rows_that_wait_too_long_are_an_alarm(
    sealer: Sealer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write()
    monkeypatch.setattr(module, "seal", lambda **_: 0)
    with caplog.at_level(logging.ERROR):
        sealer.turn(NOW + timedelta(minutes=6))
    assert "more than five minutes" in caplog.text


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_tried_again(
    sealer: Sealer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(now: datetime) -> int:
        raise DatabaseError("away")

    monkeypatch.setattr(module, "seal", fail)
    sealer.turn(NOW)
    assert "could not be sealed now: away" in caplog.text


def test_it_stops_when_asked(sealer: Sealer) -> None:
    sealer.stop()
    sealer.run()
