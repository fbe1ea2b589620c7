"""`varvet extract import` of the files that people send wrong: read whole, or one sentence and nothing kept."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from varvet.config.cli.extract import command
from varvet.extracts.shelf.keeping import list_kept
from varvet.extracts.tests.eight import READ, REFUSED
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import Told


@pytest.fixture
def shelf(tmp_path: Path, settings: object) -> Path:
    settings.VARVET_DATA = tmp_path / "data"  # type: ignore[attr-defined]  # pytest-django's wrapper has no types
    return tmp_path / "data" / "extracts"


def take(cast: Cast, file: Path) -> str:
    given = ["import", str(file), "--root", cast.root.slug, "--kind", "cases"]
    return CliRunner().invoke(command, given, catch_exceptions=False, standalone_mode=False).output


def test_those_that_can_be_read_are_read_alike(cast: Cast, tmp_path: Path, shelf: Path) -> None:
    for name, make in READ.items():
        make(tmp_path / name)
        assert take(cast, tmp_path / name).startswith("Rader: 2. Behålls: 2."), name
    kept = [one.manifest for one in list_kept(shelf)]
    assert [(one.used, one.fields) for one in kept] == [(2, ("case", "sex", "received", "assessed"))] * len(READ)


def test_of_the_others_nothing_is_kept(cast: Cast, tmp_path: Path, shelf: Path) -> None:
    for name, (make, sentence) in REFUSED.items():
        make(tmp_path / name)
        with pytest.raises(Told) as refused:
            take(cast, tmp_path / name)
        assert sentence in str(refused.value), name
    assert [path for path in shelf.rglob("*") if path.name != ".work"] == []
