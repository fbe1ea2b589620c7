"""Every demo loaded once for this folder, and taken back after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from varvet.demo.load import load


@pytest.fixture(scope="package")
def demos(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load("all", progress=lambda *_: None)
        yield
        transaction.set_rollback(True)
