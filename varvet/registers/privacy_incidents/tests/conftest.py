"""The fixture `desk`: the cast, and what the tests of this register need beside it."""

from importlib import import_module

import pytest


@pytest.fixture
def desk(cast: object) -> object:
    """Imported when asked for: a conftest is read before Django has started."""
    return import_module("varvet.registers.privacy_incidents.tests.factories").make_desk(cast)
