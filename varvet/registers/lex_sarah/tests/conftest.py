"""The fixture `stage`: the cast, and what the tests of this register need beside it; files in a folder of their own."""

from importlib import import_module
from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture
def stage(cast: object) -> object:
    """Imported when asked for: a conftest is read before Django has started."""
    return import_module("varvet.registers.lex_sarah.tests.factories").make_stage(cast)


@pytest.fixture(autouse=True)
def _own_files(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_FOLDER = tmp_path / "files"
