"""The command line answers in plain words, quickly, and tells what the user can mend in one sentence."""

import errno
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from varvet.config.cli import COMMANDS, root
from varvet.config.cli.sentences import sentence_for
from varvet.config.cli.serve import check_port_is_free
from varvet.config.env import BadEnvironment
from varvet.kernel.records.errors import Told

LOADED = "import sys; from varvet.config.cli import main\ntry: main()\nexcept SystemExit: print(*sys.modules)"


def varvet(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "varvet", *arguments]
    chosen = {**os.environ, "DATABASE_URL": "", **environment}
    return subprocess.run(command, env=chosen, capture_output=True, text=True, check=False)


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_help_names_every_command_and_starts_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, "--help"], capture_output=True, text=True, check=True)
    help_text, modules = done.stdout.rstrip("\n").rsplit("\n", 1)
    assert [entry.name for entry in COMMANDS if entry.name not in help_text] == []
    assert {"django.apps", "varvet.config.settings", "granian"} & set(modules.split()) == set()


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_explains_itself(entry: object) -> None:
    name = getattr(entry, "name", "")
    done = CliRunner().invoke(root, [name, "--help"])
    assert done.exit_code == 0
    assert "Usage" in done.output


def test_new_keys_are_whole_and_differ() -> None:
    first, second = (CliRunner().invoke(root, ["keys", "new"]).output for _ in range(2))
    assert [line.partition("=")[0] for line in first.splitlines()] == [
        "VARVET_SECRET_KEY",
        "VARVET_TEXT_KEYS",
        "VARVET_AUDIT_KEY",
    ]
    assert not set(first.splitlines()) & set(second.splitlines())


def test_busy_port_is_one_sentence_before_anything_is_made(busy_port: int, tmp_path: Path) -> None:
    done = varvet("serve", "--port", str(busy_port), VARVET_DATA=str(tmp_path / "data"))
    assert done.returncode == 1
    assert done.stderr.strip().startswith(f"Error: Port {busy_port} is already in use.")
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "data").exists()


def test_free_port_passes(busy_port: int) -> None:
    with pytest.raises(click.ClickException, match="already in use"):
        check_port_is_free("127.0.0.1", busy_port)
    with socket.socket() as freed:
        freed.bind(("127.0.0.1", 0))
        port = freed.getsockname()[1]
    check_port_is_free("127.0.0.1", port)


def test_address_of_another_machine_is_told() -> None:
    with pytest.raises(click.ClickException, match=r"Nothing can listen on 192\.0\.2\.1"):
        check_port_is_free("192.0.2.1", 8000)


def test_unusable_setting_is_one_sentence() -> None:
    done = varvet("migrate", VARVET_PRODUCTION="maybe")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: VARVET_PRODUCTION is 'maybe'")
    assert "Traceback" not in done.stderr


def test_a_database_without_tables_is_one_sentence(tmp_path: Path) -> None:
    done = varvet("facts", "rebuild", "--check", VARVET_DATA=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == "Error: The database lacks tables that this version needs. Run `varvet migrate` first.\n"


def test_a_database_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    done = varvet("migrate", VARVET_DATA=str(tmp_path), DATABASE_URL="postgresql://x@127.0.0.1:1/x")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: The database that DATABASE_URL names does not answer")
    assert len(done.stderr.splitlines()) == 1


def _raised_from(cause: Exception) -> Exception:
    error = RuntimeError("the database says no")
    error.__cause__ = cause
    return error


def _sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("no")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Told("There is no such thing."), "There is no such thing."),
        (BadEnvironment("Keys are missing."), "Keys are missing."),
        (OSError(errno.ENOSPC, "No space", "data/x"), "data/x could not be written: the disk is full."),
        (
            PermissionError(errno.EACCES, "Denied", "data/x"),
            "data/x could not be written: this user may not write there.",
        ),
        (_raised_from(_sqlite_error(sqlite3.SQLITE_FULL)), "The database could not be written: the disk is full."),
        (
            _raised_from(_sqlite_error(sqlite3.SQLITE_CANTOPEN)),
            "The database in VARVET_DATA could not be opened for writing.",
        ),
    ],
)
def test_what_the_user_can_mend_is_told(error: Exception, told: str) -> None:
    assert sentence_for(error) == told


@pytest.mark.parametrize(
    "bug", [ValueError("x"), FileNotFoundError(errno.ENOENT, "x"), _raised_from(_sqlite_error(sqlite3.SQLITE_ERROR))]
)
def test_bugs_are_not_hidden(bug: Exception) -> None:
    assert sentence_for(bug) is None
