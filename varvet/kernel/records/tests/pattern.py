"""An empty database in its shape, brought there once a run: everything that needs one gets a copy.

Bringing a database to its shape takes far longer than any test. Whoever needs it first makes it, the others wait.
"""

import fcntl
import gc
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql
from pytest_django import DjangoDbBlocker

FOLDER_SAYS = "VARVET_TESTS_PATTERN"  # a folder that all processes of a run share
NAME = "varvet_pattern"
IN_MEMORY = "file:varvet_tests?mode=memory&cache=shared"
Settings = dict[str, Any]


@pytest.fixture(scope="session")
def pattern(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Settings:
    """As Django's settings name it. Nothing may be written in it, or connected to it for long."""
    folder = Path(os.environ[FOLDER_SAYS]) / connection.vendor
    folder.mkdir(parents=True, exist_ok=True)
    ours = named(dict(connection.settings_dict), str(folder / "pattern.sqlite3"), NAME)
    with (folder / "lock").open("w") as lock, django_db_blocker.unblock():
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            _make(ours)
            (folder / "made").touch()
    return ours


@pytest.fixture(scope="session")
def django_db_setup(pattern: Settings, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's own: the database of this process, where each test is taken back."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    ours = named(pattern, IN_MEMORY, f"varvet_tests_{worker}_{os.getpid()}")
    with django_db_blocker.unblock(), made(ours, pattern):
        turn_to(ours)
        if connection.vendor == "sqlite":
            fill_from(pattern)
        _bring_on()
        yield
        connection.close()


def _bring_on() -> None:
    """Where the pattern is that of another run, with one register less: that run's own tests make a register."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


@contextmanager
def copy_of(pattern: Settings, folder: Path) -> Iterator[Settings]:
    """A database that can be committed to, and goes away whole."""
    if connection.vendor == "sqlite":
        copy = folder / "copy.sqlite3"
        shutil.copy(pattern["NAME"], copy)
        yield {**pattern, "NAME": str(copy)}
        for file in folder.glob("copy*"):
            file.unlink()
        return
    named = {**pattern, "NAME": f"varvet_copy_{os.getpid()}"}
    with made(named, pattern):
        yield named


def turn_to(database: Settings) -> None:
    """From here on, this process's own connection is one to it."""
    BaseDatabaseWrapper.close(connection)  # SQLite's own would keep the connection to a database in memory
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = database["NAME"]
    connection.ensure_connection()


def in_thread(settings: Settings, function: Callable[[], object]) -> None:
    """On a connection of its own, which is closed after it."""

    def on_it() -> None:
        own = connections.create_connection("default")
        own.settings_dict = settings
        connections["default"] = own
        try:
            function()
        finally:
            own.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(on_it).result()


def named(settings: Settings, file: str, database: str) -> Settings:
    return {**settings, "NAME": file if connection.vendor == "sqlite" else database, "CONN_MAX_AGE": 0}


def _make(pattern: Settings) -> None:
    if connection.vendor == "postgresql":
        ask_server(pattern, "CREATE DATABASE {}", pattern["NAME"])
    gc.disable()  # a migration leaves many thousand models behind, and looking through them takes half the time
    in_thread(pattern, lambda: call_command("migrate", interactive=False, verbosity=0))
    gc.enable()


def fill_from(pattern: Settings) -> None:
    with closing(sqlite3.connect(pattern["NAME"])) as source:
        source.backup(connection.connection)


@contextmanager
def made(named: Settings, pattern: Settings) -> Iterator[None]:
    """On PostgreSQL; a file or memory needs no making."""
    if connection.vendor == "sqlite":
        yield
        return
    ask_server(named, "CREATE DATABASE {} TEMPLATE {}", named["NAME"], pattern["NAME"])
    yield
    ask_server(named, "DROP DATABASE {} WITH (FORCE)", named["NAME"])


def ask_server(named: Settings, statement: str, *names: str) -> None:
    server = {"host": named["HOST"], "user": named["USER"], "dbname": "postgres"}
    with closing(psycopg.connect(**server, autocommit=True)) as administrator:
        administrator.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
