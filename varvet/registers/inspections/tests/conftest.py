"""Fixtures of the register's tests."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where files lie during a test, and nothing else."""
    settings.FILES_FOLDER = tmp_path / "files"
    return tmp_path / "files"
