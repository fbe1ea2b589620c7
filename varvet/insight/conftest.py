"""The fixture `samples`: a register with a measure of each kind, and no other register."""

from collections.abc import Iterator
from importlib import import_module

import pytest


@pytest.fixture
def samples() -> Iterator[None]:
    """Imported when asked for: a conftest is read before Django has started."""
    with import_module("varvet.insight.measures.tests.samples").alone():
        yield
