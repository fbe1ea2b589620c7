"""Two municipalities' demos loaded once for this folder; each attack is taken back after it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

if TYPE_CHECKING:
    from tests.secrecy.people import Sent

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A database is made only where a test carries the mark. One does; comparing all facts after each takes minutes."""
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours[-1:]:
        item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="package")
def demos(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from varvet.demo.load import load  # noqa: PLC0415 - Django starts after this file is read

    with django_db_blocker.unblock(), transaction.atomic():
        for name in ("bromma-2023", "alingsas-2024"):
            load(name, progress=lambda *_: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def town(demos: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a test does in the demos' towns is undone when it ends."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def sent(town: None) -> "Sent":
    """Bo's report, with words that nobody else may meet."""
    from tests.secrecy.people import send_report  # noqa: PLC0415 - Django starts after this file is read

    return send_report()
