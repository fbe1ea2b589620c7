"""The demo's towns for this folder; nothing in them is changed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

if TYPE_CHECKING:
    from varvet.demo.tests.towns import Towns


@pytest.fixture(scope="package")
def demo(django_db_setup: None, towns: "Towns", django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), towns.visited():
        yield


@pytest.fixture
def town(demo: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a test does in the demo's town is undone when it ends."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
