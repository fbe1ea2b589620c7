"""Contents on disk: whole, encrypted, and removed when nobody owns them."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.crypto.ciphers import CannotRead
from varvet.kernel.files import keeping, stored
from varvet.kernel.files.models import StoredFile
from varvet.kernel.files.stored import Upload

WORDS = b"Lisens nycklar" * 50


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.FILES_FOLDER = tmp_path
    return tmp_path


def contents(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def made_old(path: Path) -> None:
    """As if it had lain there since long before NOW."""
    moment = (NOW - timedelta(days=3)).timestamp()
    os.utime(path, (moment, moment))


def test_what_is_written_is_read_and_lies_encrypted(folder: Path) -> None:
    token = keeping.new_token()
    keeping.write(token, WORDS)
    [path] = contents(folder)
    assert keeping.read(token) == WORDS
    assert b"nycklar" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_one_content_in_place_of_another_is_unreadable(folder: Path) -> None:
    first, second = "a" * 32, "a" * 31 + "b"
    keeping.write(first, b"one")
    keeping.write(second, b"two")
    (folder / "aa" / first).write_bytes((folder / "aa" / second).read_bytes())
    with pytest.raises(CannotRead):
        keeping.read(first)


@pytest.mark.parametrize("token", ["../../etc/passwd", "", "A" * 32, "a" * 31, "a" * 33, "a" * 32 + "\n"])
def test_only_a_token_names_a_content(folder: Path, token: str) -> None:
    with pytest.raises(ValueError, match="not a token"):
        keeping.read(token)


@pytest.mark.parametrize("broken", ["fsync", "rename"])
def test_a_cut_while_writing_leaves_no_name(folder: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    def cut(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(*{"fsync": (os, "fsync"), "rename": (Path, "rename")}[broken], cut)
    token = keeping.new_token()
    with pytest.raises(OSError, match="no space left"):
        keeping.write(token, WORDS)
    assert [path.suffix for path in contents(folder)] == [keeping.PARTIAL]
    with pytest.raises(FileNotFoundError):
        keeping.read(token)


def test_orphans_are_removed_when_they_are_old(folder: Path, cast: Cast) -> None:
    owned = stored.add(stored.prepare(Upload("a.txt", 3, b"Hej"), by=cast.bo), by=cast.bo, now=NOW)
    for token in ("1" * 32, "2" * 32):
        keeping.write(token, WORDS)
    half_written = folder / "33" / ("3" * 32 + keeping.PARTIAL)
    half_written.parent.mkdir()
    half_written.touch()
    for path in contents(folder):
        made_old(path)
    fresh = folder / "22" / ("2" * 32)
    os.utime(fresh, (NOW.timestamp(), NOW.timestamp()))
    assert stored.remove_orphans(now=NOW) == 2
    assert {path.name for path in contents(folder)} == {owned.token, fresh.name}


def test_a_discarded_file_is_gone_when_the_transaction_ends(
    folder: Path, cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    file = stored.add(stored.prepare(Upload("a.txt", 3, b"Hej"), by=cast.bo), by=cast.bo, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        stored.discard(file)
        assert len(contents(folder)) == 1, "until then it can be taken back"
    assert contents(folder) == []
    assert not StoredFile.objects.exists()


def test_without_anything_sent_there_is_nothing_to_remove(folder: Path, cast: Cast) -> None:
    assert stored.remove_orphans(now=NOW) == 0
