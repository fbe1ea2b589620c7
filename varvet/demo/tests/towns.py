"""Every demo, loaded once a run: whoever looks at one gets a copy, where all is taken back.

Loading takes half a minute, a copy less than a second. Whoever needs it first loads, the others wait.
"""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from varvet.kernel.records.tests.pattern import (
    FOLDER_SAYS,
    Settings,
    ask_server,
    fill_from,
    in_thread,
    made,
    named,
    turn_to,
)

FOLDER = "extracts"  # in the data folder: the lists that demos keep
IN_MEMORY = "file:varvet_towns?mode=memory&cache=shared"


@dataclass(frozen=True)
class Towns:
    """The database that is copied, never written in, and the lists beside it."""

    database: Settings
    lists: Path

    @contextmanager
    def visited(self) -> Iterator[None]:
        """A copy in place of the database of this process; what is done in it is taken back."""
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        copy = named(self.database, IN_MEMORY, f"varvet_towns_{worker}_{os.getpid()}")
        shutil.copytree(self.lists, settings.VARVET_DATA / FOLDER, dirs_exist_ok=True)
        with made(copy, self.database), _instead(copy):
            if connection.vendor == "sqlite":
                fill_from(self.database)
            with transaction.atomic():
                yield
                transaction.set_rollback(True)


@pytest.fixture(scope="session")
def towns(pattern: Settings, django_db_blocker: DjangoDbBlocker) -> Towns:
    folder = Path(os.environ[FOLDER_SAYS]) / f"{connection.vendor}-towns"
    folder.mkdir(parents=True, exist_ok=True)
    found = Towns(named(pattern, str(folder / "towns.sqlite3"), "varvet_towns"), folder / "lists")
    with (folder / "lock").open("w") as lock, django_db_blocker.unblock():
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            _make(found, pattern)
            (folder / "made").touch()
    return found


@pytest.fixture
def in_towns(django_db_setup: None, towns: Towns, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For one test, which may change whatever it likes there."""
    with django_db_blocker.unblock(), towns.visited():
        yield


def _make(found: Towns, pattern: Settings) -> None:
    if connection.vendor == "sqlite":
        shutil.copy(pattern["NAME"], found.database["NAME"])
    else:
        ask_server(pattern, "CREATE DATABASE {} TEMPLATE {}", found.database["NAME"], pattern["NAME"])
    in_thread(found.database, _load)
    shutil.copytree(settings.VARVET_DATA / FOLDER, found.lists)


def _load() -> None:
    from varvet.demo.load import load  # noqa: PLC0415 - its tables are known when Django has started

    load("all", progress=lambda *_: None)


@contextmanager
def _instead(copy: Settings) -> Iterator[None]:
    """The process's own database, where it lies in memory, is gone when the last connection to it closes: one stays."""
    connection.ensure_connection()
    own = {**connection.settings_dict}
    with closing(sqlite3.connect(own["NAME"], uri=True)) if connection.vendor == "sqlite" else nullcontext():
        turn_to(copy)
        yield
        turn_to(own)
