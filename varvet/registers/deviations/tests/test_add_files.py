"""Adding files to a deviation: who may, all or nothing, and never twice."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.files import keeping, sandbox, stored
from varvet.kernel.files.models import StoredFile
from varvet.kernel.files.refusals import Reason
from varvet.kernel.files.stored import Upload
from varvet.kernel.files.tests import samples
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records import attachments, spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.sent_files import Outcome
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.tests.factories import events_of, facts_of, in_state, reported
from varvet.registers.deviations.tests.sent_files import (
    LETTER,
    NAME,
    PICTURE,
    contents,
    sending,
)

pytestmark = pytest.mark.usefixtures("folder")
KILLED = """
import os
import sys
import django
django.setup()
from django.utils import timezone
from varvet.kernel.access.models import User
from varvet.kernel.files.stored import Upload
from varvet.kernel.records import spine
from varvet.kernel.records.sent_files import Sending
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation

spine.commit = lambda *_, **__: os._exit(9)
deviation, by = Deviation.objects.get(pk=sys.argv[1]), User.objects.get(pk=sys.argv[2])
actions.add_files(deviation, Sending([Upload("brev.txt", 3, b"Hej")], "k" * 32, by, timezone.now()))
"""


@pytest.mark.parametrize("name", ["bo", "alice", "dag", "eva"])
def test_whoever_reported_and_those_who_assess_add_files(cast: Cast, folder: Path, name: str) -> None:
    deviation, by = reported(cast), getattr(cast, name)
    assert actions.add_files(deviation, sending(by, LETTER, PICTURE)) == Outcome(2)
    files = list(StoredFile.objects.order_by("pk"))
    assert [(file.name, file.kind, file.uploaded_by) for file in files] == [("brev.txt", "txt", by), (NAME, "jpeg", by)]
    assert keeping.read(files[0].token) == b"Hej"
    assert len(contents(folder)) == 2


@pytest.mark.parametrize("name", ["cecilia", "hugo", "gun", "stranger"])
def test_others_add_none(cast: Cast, folder: Path, name: str) -> None:
    deviation = reported(cast)
    with pytest.raises(NotAllowed):
        actions.add_files(deviation, sending(getattr(cast, name)))
    assert not StoredFile.objects.exists()
    assert contents(folder) == []


def test_another_reporter_of_the_unit_adds_none(cast: Cast) -> None:
    deviation = reported(cast, by=cast.alice)
    with pytest.raises(NotAllowed):
        actions.add_files(deviation, sending(cast.bo))


def test_a_duplicate_takes_no_more(cast: Cast, folder: Path) -> None:
    deviation = in_state(cast, rules.Status.DUPLICATE)
    with pytest.raises(RuleBroken) as broken:
        actions.add_files(deviation, sending(cast.bo))
    assert broken.value.code == "deviation.more.duplicate"
    assert contents(folder) == []


def test_it_is_told_in_the_trail_without_a_name(cast: Cast) -> None:
    deviation = reported(cast)
    actions.add_files(deviation, sending(cast.bo, LETTER, PICTURE))
    assert events_of(deviation)[-1] == ("file_added", 2, cast.bo.pk)
    assert AuditEvent.objects.latest("pk").data == {"files": 2, "kinds": ["jpeg", "txt"]}


def test_those_who_handle_are_told_of_what_the_reporter_sends(cast: Cast) -> None:
    deviation = reported(cast)
    told = Notification.objects.filter(record_id=deviation.pk, event=Event.ADDED)
    actions.add_files(deviation, sending(cast.alice))
    assert not told.exists()
    actions.add_files(deviation, sending(cast.bo))
    assert [row.receiver for row in told] == [cast.alice]


def test_a_file_is_not_counted(cast: Cast) -> None:
    deviation = reported(cast)
    before = facts_of(deviation)
    actions.add_files(deviation, sending(cast.bo))
    assert facts_of(deviation) == before


def test_the_good_ones_are_kept_and_the_others_named(cast: Cast) -> None:
    program = Upload("installera.exe", 5, b"MZ\x90")
    outcome = actions.add_files(reported(cast), sending(cast.bo, program, LETTER, Upload("tom.pdf", 0, b"")))
    assert outcome.kept == 1
    assert [(turned.name, turned.refusal.reason) for turned in outcome.turned] == [
        ("installera.exe", Reason.KIND),
        ("tom.pdf", Reason.EMPTY),
    ]


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (Upload("a.txt", stored.MOST_BYTES + 1, b""), Reason.TOO_LARGE),
        (Upload("a.txt", 1000, b""), Reason.NO_ROOM),
        (Upload("a.heic", 5, b"x"), Reason.HEIC),
        (Upload("a.svg", 5, b"<svg/>"), Reason.KIND),
        (Upload("bild.png", 5, samples.jpeg()), Reason.MISMATCH),
        (Upload("utan", 5, b"hej"), Reason.KIND),
    ],
)
def test_when_none_is_taken_nothing_happens(cast: Cast, folder: Path, upload: Upload, reason: Reason) -> None:
    deviation = reported(cast)
    [turned] = actions.add_files(deviation, sending(cast.bo, upload)).turned
    assert turned.refusal.reason is reason
    assert len(events_of(deviation)) == 1
    assert contents(folder) == []


def test_a_form_sent_twice_keeps_one(cast: Cast, folder: Path) -> None:
    deviation = reported(cast)
    for _ in range(2):
        actions.add_files(deviation, sending(cast.bo, key="same"))
    assert len(contents(folder)) == StoredFile.objects.count() == 1
    assert len(events_of(deviation)) == 2


def test_a_form_sent_twice_at_once_keeps_one(at_once: AtOnce, committed_cast: Cast, folder: Path) -> None:
    deviation = at_once.alone(lambda: reported(committed_cast))

    def send() -> int:
        return actions.add_files(deviation, sending(committed_cast.bo, key="same")).kept

    assert at_once.run(send, send, send) == [1, 1, 1]
    assert at_once.alone(StoredFile.objects.count) == 1
    assert len(contents(folder)) == 1


def test_a_record_takes_no_more_than_its_share(cast: Cast, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_FILES", 2)
    deviation = reported(cast)
    outcome = actions.add_files(deviation, sending(cast.bo, LETTER, LETTER, LETTER))
    assert (outcome.kept, [turned.refusal.reason for turned in outcome.turned]) == (2, [Reason.TOO_MANY])
    assert actions.add_files(deviation, sending(cast.alice)).kept == 0
    assert len(contents(folder)) == 2


def test_a_record_takes_no_more_bytes_than_its_share(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_KEPT", 7)
    outcome = actions.add_files(reported(cast), sending(cast.bo, LETTER, LETTER, LETTER))
    assert (outcome.kept, [turned.refusal.reason for turned in outcome.turned]) == (2, [Reason.NO_ROOM])


def test_two_people_at_once_do_not_pass_the_share(
    at_once: AtOnce, committed_cast: Cast, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_FILES", 3)
    deviation = at_once.alone(lambda: reported(committed_cast))

    def send(by: User) -> int:
        return actions.add_files(deviation, sending(by, LETTER, LETTER)).kept

    at_once.run(lambda: send(committed_cast.bo), lambda: send(committed_cast.alice))
    kept = at_once.alone(StoredFile.objects.count)
    assert kept in {2, 3}
    assert len(contents(folder)) == kept


def test_when_the_transaction_fails_neither_row_nor_content_is_left(
    cast: Cast, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    deviation = reported(cast)
    monkeypatch.setattr(spine, "commit", fail)
    with pytest.raises(RuntimeError, match="a bug"):
        actions.add_files(deviation, sending(cast.bo))
    assert not StoredFile.objects.exists()
    assert not Attachment.objects.exists()
    assert contents(folder) == []


def test_a_process_killed_before_the_transaction_ends_leaves_at_most_an_orphan(
    at_once: AtOnce, committed_cast: Cast, folder: Path
) -> None:
    deviation = at_once.alone(lambda: reported(committed_cast))
    environment = os.environ | {"DATABASE_URL": at_once.url, "VARVET_DATA": str(folder.parent)}
    command = [sys.executable, "-c", KILLED, str(deviation.pk), str(committed_cast.bo.pk)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 9, done.stderr
    assert len(contents(folder)) == 1
    assert at_once.alone(StoredFile.objects.count) == at_once.alone(Attachment.objects.count) == 0
    assert at_once.alone(lambda: len(events_of(deviation))) == 1
    late = datetime.now(UTC) + timedelta(days=2)
    assert at_once.alone(lambda: stored.remove_orphans(now=late)) == 1
    assert contents(folder) == []


def test_nobody_waits_while_a_file_is_cleaned(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is not held: on SQLite nobody else could write."""
    held: list[bool] = []
    clean = sandbox.clean
    depth = len(connection.savepoint_ids)

    def watched(content: bytes, kind: object) -> bytes:
        held.append(len(connection.savepoint_ids) > depth)
        return clean(content, kind)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(sandbox, "clean", watched)
    actions.add_files(reported(cast), sending(cast.bo))
    assert held == [False]
