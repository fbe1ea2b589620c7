"""A database of its own for tests of what is done at once: its rows are committed, and it goes away whole.

The ordinary test database would have to be emptied afterwards, which the trail's triggers rightly refuse.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from varvet.kernel.access.tests.cast import Cast, make_cast
from varvet.kernel.records.tests.pattern import Settings, copy_of

T = TypeVar("T")


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


@pytest.fixture
def at_once(
    pattern: Settings, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[AtOnce]:
    with django_db_blocker.unblock(), copy_of(pattern, tmp_path_factory.mktemp("at_once")) as settings:
        yield AtOnce(settings)


@pytest.fixture
def committed_cast(at_once: AtOnce) -> Cast:
    return at_once.alone(make_cast)
