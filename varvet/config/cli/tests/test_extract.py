"""`varvet extract`: what is imported is kept whole, private and once, told of, listed and removed in time."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.utils import timezone

from varvet.config.cli.extract import command
from varvet.extracts.shelf.keeping import list_kept
from varvet.extracts.shelf.manifests import MANIFEST
from varvet.extracts.tests.made import write
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import Told

ROWS = [
    ("Ärende", "Kön", "Inkom", "Anteckning"),
    ("A-1", "K", "2026-02-01", "Mor ringde"),
    ("A-2", "", "2026-02-31", ""),
]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, settings: object) -> None:
    settings.VARVET_DATA = tmp_path / "data"  # type: ignore[attr-defined]  # pytest-django's wrapper has no types


def shelf() -> Path:
    folder: Path = settings.VARVET_DATA / "extracts"
    return folder


def run(*given: str) -> str:
    return CliRunner().invoke(command, given, catch_exceptions=False).output


def take(root: str, file: Path, *more: str) -> str:
    return run("import", str(file), "--root", root, "--kind", "cases", *more)


def test_what_was_read_and_what_was_wrong_is_told(cast: Cast, tmp_path: Path) -> None:
    lines = take(cast.root.slug, write(tmp_path / "list.csv", ROWS), "--source", "Systemet").splitlines()
    assert lines[0] == "Rader: 2. Behålls: 1. Undantas: 1."
    assert lines[1] == "Kolumner som lästes: 3. Kolumner som lämnades utanför: 1."
    assert "  Inkom: kolumnen Inkom" in lines
    assert "Datumet kan inte stämma, i kolumnen inkom. Antal rader: 1, till exempel rad 3. De räknas inte." in lines
    [kept] = list_kept(shelf())
    assert (kept.manifest.columns.source, kept.manifest.read, kept.manifest.used) == ("Systemet", 2, 1)
    assert f"{cast.root.slug:<16} cases" in run("list")
    assert run("list", "--root", "other") == ""


def test_only_the_owner_may_read_what_is_kept(cast: Cast, tmp_path: Path) -> None:
    take(cast.root.slug, write(tmp_path / "list.csv", ROWS))
    found = [shelf(), *shelf().rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in found if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in found if path.is_file()} == {0o600}


def test_the_same_file_is_kept_once(cast: Cast, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    assert take(cast.root.slug, file) == take(cast.root.slug, file)
    assert len(list_kept(shelf())) == 1
    take(cast.root.slug, file, "--column", "opened=Inkom")
    assert len(list_kept(shelf())) == 2


def test_a_choice_of_columns_is_saved_and_used(cast: Cast, tmp_path: Path) -> None:
    file, saved = write(tmp_path / "list.csv", [("Nr", "När"), ("A-1", "2026-02-01")]), tmp_path / "map.json"
    chosen = take(cast.root.slug, file, "--column", "case=Nr", "--column", "received=När", "--save-map", str(saved))
    assert "  Ärende: kolumnen Nr" in chosen
    assert take(cast.root.slug, file, "--map", str(saved)) == chosen


def test_a_list_of_another_kind_is_refused(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(Told, match="Listan behöver en kolumn med användare"):
        run("import", str(write(tmp_path / "x.csv", ROWS)), "--root", cast.root.slug, "--kind", "log")
    assert list_kept(shelf()) == []


def test_what_is_too_old_is_removed(cast: Cast, tmp_path: Path) -> None:
    take(cast.root.slug, write(tmp_path / "list.csv", ROWS))
    take(cast.root.slug, write(tmp_path / "new.csv", ROWS[:2]))
    file = list_kept(shelf())[0].folder / MANIFEST
    told = json.loads(file.read_text("utf-8"))
    told["imported_at"] = (timezone.now() - timedelta(days=31)).isoformat()
    file.write_text(json.dumps(told), "utf-8")
    assert run("remove", "--older-than", "32") == ""
    assert run("remove", "--older-than", "30", "--root", "other") == ""
    assert run("remove", "--older-than", "30").startswith(f"removed {cast.root.slug}")
    assert [kept.manifest.read for kept in list_kept(shelf())] == [1]


def test_made_up_lists_and_their_answers(tmp_path: Path) -> None:
    files = run("generate", "--rows", "30", "--seed", "1", "--out", str(tmp_path / "made")).split()
    assert {Path(file).name for file in files} >= {"cases.csv", "log.csv", "payments.csv", "known.json"}
    known = json.loads((tmp_path / "made/known.json").read_text("utf-8"))
    assert sum(known["checks"]["samverkan"].values()) == 30
