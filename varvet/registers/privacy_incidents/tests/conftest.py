"""The fixture `desk`: the cast, and what the tests of this register need beside it; and a folder for files."""

from importlib import import_module
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture
def desk(cast: object) -> object:
    """Imported when asked for: a conftest is read before Django has started."""
    return import_module("varvet.registers.privacy_incidents.tests.factories").make_desk(cast)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where files lie during a test, and nothing else."""
    settings.FILES_FOLDER = tmp_path / "files"
    return tmp_path / "files"
