"""The virus scanner: what it says, and what becomes of files when it says nothing."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.files import keeping, scanning, stored
from varvet.kernel.files.models import State, StoredFile
from varvet.kernel.files.refusals import Reason, Refused
from varvet.kernel.files.scanning import Verdict
from varvet.kernel.files.stored import Upload
from varvet.kernel.files.tests.clamd import Clamd, on_port, running
from varvet.kernel.files.tests.samples import EICAR

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def clamd(settings: Settings) -> Iterator[Clamd]:
    with on_port() as (scanner, address):
        settings.CLAMAV = address
        yield scanner


def sent(cast: Cast, content: bytes = b"Hej") -> StoredFile:
    upload = Upload("brev.txt", len(content), content)
    return stored.add(stored.prepare(upload, by=cast.bo), by=cast.bo, now=NOW)


def test_it_tells_the_test_virus_from_the_rest(clamd: Clamd) -> None:
    large = b"x" * 300_000
    assert scanning.verdict_on(large) is Verdict.CLEAN
    assert scanning.verdict_on(large + EICAR) is Verdict.INFECTED
    assert clamd.streams == [large, large + EICAR]


def test_it_can_be_reached_at_a_path(settings: Settings, tmp_path: Path) -> None:
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(tmp_path / "clamd"))
    door.listen()
    settings.CLAMAV = str(tmp_path / "clamd")
    with running(door):
        assert scanning.verdict_on(EICAR) is Verdict.INFECTED
    assert scanning.verdict_on(EICAR) is Verdict.UNKNOWN


@pytest.mark.parametrize(
    "answer", [b"", b"stream: O", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK FOUN", b"\0", b"x" * 9000]
)
def test_what_is_no_verdict_is_none(clamd: Clamd, answer: bytes) -> None:
    clamd.answer = answer
    assert scanning.verdict_on(b"x") is Verdict.UNKNOWN


def test_a_silent_scanner_is_not_waited_for(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "PATIENCE", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.CLAMAV = f"127.0.0.1:{silent.getsockname()[1]}"
        assert scanning.verdict_on(b"x" * 100) is Verdict.UNKNOWN


def test_a_clean_file_is_open_at_once(clamd: Clamd, cast: Cast) -> None:
    file = sent(cast)
    assert (file.state, file.scanned_at, stored.is_open(file)) == (State.CLEAN, NOW, True)


def test_an_infected_file_is_not_taken_and_told_in_the_trail(clamd: Clamd, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        sent(cast, EICAR)
    assert refused.value.reason is Reason.INFECTED
    assert not StoredFile.objects.exists()
    event = AuditEvent.objects.get(event="infected_file_refused")
    assert (event.kind, event.actor_id, event.data) == ("files", cast.bo.pk, {})


def test_without_a_scanner_a_file_is_open(settings: Settings, cast: Cast) -> None:
    file = sent(cast)
    assert (file.state, stored.is_open(file)) == (State.UNSCANNED, True)
    settings.CLAMAV = "127.0.0.1:1"
    assert not stored.is_open(file), "once there is a scanner, it must have seen the file"


def test_a_file_waits_for_a_scanner_that_is_away(clamd: Clamd, cast: Cast) -> None:
    clamd.answer = b""
    file = sent(cast)
    assert (file.state, stored.is_open(file)) == (State.WAITING, False)
    assert stored.scan_waiting(now=LATER) == 0
    clamd.answer = None
    assert stored.scan_waiting(now=LATER) == 1
    file.refresh_from_db()
    assert (file.state, file.scanned_at, stored.is_open(file)) == (State.CLEAN, LATER, True)
    assert stored.scan_waiting(now=LATER) == 0


def test_a_file_that_proves_infected_later_is_emptied(
    settings: Settings, cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    file = sent(cast, EICAR)
    with on_port() as (_, address), django_capture_on_commit_callbacks(execute=True):
        settings.CLAMAV = address
        assert stored.scan_waiting(now=LATER) == 1
    file.refresh_from_db()
    assert (file.state, stored.is_open(file)) == (State.INFECTED, False)
    with pytest.raises(FileNotFoundError):
        keeping.read(file.token)
    assert AuditEvent.objects.get(event="infected_file_removed").data == {"file": file.pk}


def test_a_lost_file_does_not_keep_the_others_waiting(settings: Settings, clamd: Clamd, cast: Cast) -> None:
    clamd.answer = b""
    lost, kept = sent(cast), sent(cast)
    clamd.answer = None
    keeping.remove(lost.token)
    assert stored.scan_waiting(now=LATER) == 1
    kept.refresh_from_db()
    assert kept.state == State.CLEAN


def test_without_a_scanner_nothing_is_scanned(cast: Cast) -> None:
    sent(cast)
    assert stored.scan_waiting(now=LATER) == 0
