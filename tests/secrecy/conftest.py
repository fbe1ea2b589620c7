"""The demo's towns for this folder; each attack is taken back after it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

if TYPE_CHECKING:
    from tests.secrecy.people import Sent
    from varvet.demo.tests.towns import Towns


@pytest.fixture(scope="package")
def demos(django_db_setup: None, towns: "Towns", django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Comparing all facts after each attack would take minutes: they are compared once, after all of them."""
    from varvet.kernel.records.facts import rebuild  # noqa: PLC0415 - Django starts after this file is read

    with django_db_blocker.unblock(), towns.visited():
        yield
        different = rebuild(check=True).different
    assert not different, f"The facts of {', '.join(different)} do not agree with their records."


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
