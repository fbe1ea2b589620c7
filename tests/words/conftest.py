"""A municipality's demo loaded once for this folder; nothing in it is changed."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from varvet.demo.load import load  # noqa: PLC0415 - Django starts after this file is read

    with django_db_blocker.unblock(), transaction.atomic():
        load("bromma-2023", progress=lambda *_: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def town(demo: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a test does in the demo's town is undone when it ends."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
