"""What the environment says: read, or refused in one sentence that says which and what to do."""

import base64
import stat
from pathlib import Path

import pytest

from varvet.config import database, env, keys
from varvet.config.env import BadEnvironment

KEY = base64.b64encode(bytes(32)).decode()


def give(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name in ("VARVET_SECRET_KEY", "VARVET_TEXT_KEYS", "VARVET_AUDIT_KEY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("said", ["1", "ja", "TRUE"])
def test_a_flag_can_say_yes(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("X", said)
    assert env.flag("X", default=False)


@pytest.mark.parametrize("said", ["0", "", "NO", "nej"])
def test_a_flag_can_say_no(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("X", said)
    assert not env.flag("X", default=True)


def test_what_is_neither_yes_nor_no_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "maybe")
    with pytest.raises(BadEnvironment, match=r"X is 'maybe'. Write 1 for yes or 0 for no\."):
        env.flag("X", default=False)


def test_a_number_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "3.5")
    with pytest.raises(BadEnvironment, match=r"Write a whole number, for example 7\."):
        env.number("X", 7)
    monkeypatch.setenv("X", "12")
    assert env.number("X", 7) == 12


def test_trial_keys_are_made_once_and_read_by_nobody_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(monkeypatch)
    first = keys.load(tmp_path / "data", production=False)
    assert keys.load(tmp_path / "data", production=False) == first
    assert stat.S_IMODE((tmp_path / "data" / keys.FILE).stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "data").iterdir()] == [keys.FILE]


def test_a_given_key_wins_over_the_trial_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(monkeypatch, VARVET_TEXT_KEYS=f"new:{KEY},old:{KEY}")
    found = keys.load(tmp_path, production=False)
    assert list(found.texts) == ["new", "old"]


def test_production_does_not_make_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(monkeypatch, VARVET_SECRET_KEY="x")
    with pytest.raises(BadEnvironment, match="Keys are missing: VARVET_TEXT_KEYS, VARVET_AUDIT_KEY"):
        keys.load(tmp_path, production=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("value", "sentence"),
    [("k1:%%%", "VARVET_TEXT_KEYS is not base64"), ("k1:AAAA", "VARVET_TEXT_KEYS is 3 bytes long, it must be 32")],
)
def test_a_key_that_cannot_be_used_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str, sentence: str
) -> None:
    give(monkeypatch, VARVET_SECRET_KEY="x", VARVET_AUDIT_KEY=KEY, VARVET_TEXT_KEYS=value)
    with pytest.raises(BadEnvironment, match=sentence):
        keys.load(tmp_path, production=True)


def test_a_data_folder_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(monkeypatch)
    (tmp_path / "file").write_text("")
    with pytest.raises(BadEnvironment, match=r"cannot be used: .* Name another with VARVET_DATA\."):
        keys.load(tmp_path / "file" / "data", production=False)


def test_new_keys_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(monkeypatch, **keys.new())
    assert len(keys.load(tmp_path, production=True).audit) == 32


def test_a_postgresql_address_is_read_whole() -> None:
    found = database.from_url("postgresql://anna:p%40ss@db.example:5433/varvet?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("anna", "p@ss", "db.example", "5433")
    assert found["OPTIONS"] == {"sslmode": "require"}
    assert database.from_url("postgresql:///varvet?host=/run/postgresql")["HOST"] == "/run/postgresql"


def test_sqlite_waits_and_locks_at_once(tmp_path: Path) -> None:
    found = database.from_url(f"sqlite:///{tmp_path}/x.sqlite3")
    assert found["NAME"] == f"{tmp_path}/x.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_another_database_is_told() -> None:
    with pytest.raises(BadEnvironment, match="DATABASE_URL begins with 'mysql'"):
        database.from_url("mysql://x/y")
