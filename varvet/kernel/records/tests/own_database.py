"""A database of its own for tests of what is done at once: its rows are committed, and it goes away whole.

The ordinary test database would have to be emptied afterwards, which the trail's triggers rightly refuse.
"""

import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection, connections
from psycopg import sql
from pytest_django import DjangoDbBlocker

from varvet.kernel.access.tests.cast import Cast, make_cast

T = TypeVar("T")
Settings = dict[str, Any]


class AtOnce:
    """Runs functions in threads of their own, each with its own connection to the database of its own."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @property
    def url(self) -> str:
        """As DATABASE_URL has it, for a process of its own."""
        if self.settings["ENGINE"].endswith("sqlite3"):
            return f"sqlite:///{self.settings['NAME']}"
        return f"postgresql://{self.settings['USER']}@/{self.settings['NAME']}?host={self.settings['HOST']}"

    def run(self, *functions: Callable[[], T]) -> list[T | Exception]:
        """All begin at the same moment; what each returned or raised, in the order given."""
        together = threading.Barrier(len(functions))
        with ThreadPoolExecutor(len(functions)) as pool:
            waiting = [pool.submit(self._one, function, together) for function in functions]
            return [future.result() for future in waiting]

    def alone(self, function: Callable[[], T]) -> T:
        found = self.run(function)[0]
        if isinstance(found, Exception):
            raise found
        return found

    def _one(self, function: Callable[[], T], together: threading.Barrier) -> T | Exception:
        own = connections.create_connection("default")
        own.settings_dict = self.settings
        connections["default"] = own
        together.wait()
        try:
            return function()
        except Exception as error:  # noqa: BLE001 - the test looks at what each sender was told
            return error
        finally:
            own.close()


@pytest.fixture(scope="session")
def pattern(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """An empty database in its shape, which the others are copies of: bringing one there takes a second."""
    with django_db_blocker.unblock(), _pattern(tmp_path_factory.mktemp("at_once")) as settings:
        AtOnce(settings).alone(lambda: call_command("migrate", interactive=False, verbosity=0))
        yield settings


@pytest.fixture
def at_once(pattern: Settings, django_db_blocker: DjangoDbBlocker) -> Iterator[AtOnce]:
    with django_db_blocker.unblock(), _copy_of(pattern) as settings:
        yield AtOnce(settings)


@pytest.fixture
def committed_cast(at_once: AtOnce) -> Cast:
    return at_once.alone(make_cast)


@contextmanager
def _pattern(folder: Path) -> Iterator[Settings]:
    settings = dict(connection.settings_dict)
    if connection.vendor == "sqlite":
        yield {**settings, "NAME": str(folder / "pattern.sqlite3")}
        return
    named = {**settings, "NAME": f"{settings['NAME']}_pattern", "CONN_MAX_AGE": 0}
    with _made(named, copy_of="template1"):
        yield named


@contextmanager
def _copy_of(pattern: Settings) -> Iterator[Settings]:
    if connection.vendor == "sqlite":
        copy = Path(pattern["NAME"]).with_stem("copy")
        shutil.copy(pattern["NAME"], copy)
        yield {**pattern, "NAME": str(copy)}
        for file in copy.parent.glob("copy*"):
            file.unlink()
        return
    named = {**pattern, "NAME": f"{pattern['NAME']}_copy"}
    with _made(named, copy_of=pattern["NAME"]):
        yield named


@contextmanager
def _made(settings: Settings, copy_of: str) -> Iterator[None]:
    name = sql.Identifier(settings["NAME"])
    server = {"host": settings["HOST"], "user": settings["USER"], "dbname": "postgres"}
    with closing(psycopg.connect(**server, autocommit=True)) as administrator:
        administrator.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, sql.Identifier(copy_of)))
        yield
        administrator.execute(sql.SQL("DROP DATABASE {}").format(name))
