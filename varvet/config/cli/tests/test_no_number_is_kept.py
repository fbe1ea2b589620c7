"""After imports, checks and a review with personal numbers everywhere in them, none is found anywhere on disk."""

import logging
import tempfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from django.apps import apps

from varvet.config.cli.check import command as check
from varvet.config.cli.extract import command as extract
from varvet.config.cli.log import command as log
from varvet.extracts.tests.made import Rows, write
from varvet.extracts.tests.test_no_number_is_kept import WRITTEN, digits_in, unpacked
from varvet.kernel.access.tests.cast import Cast

PERIOD = ("--from", "2026-01-01", "--to", "2026-12-31")
LISTS: dict[str, Rows] = {
    "cases": [
        ("Ärende", "Personnummer", "Enhet", "Grupp", "Inkom", "Förhandsbedömd", "Anteckning", WRITTEN[1]),
        *((way, way, f"Enhet {way}", way, "2026-02-01", "2026-02-03", f"Mor {way} ringde", way) for way in WRITTEN),
    ],
    "clients": [("Ärende", "Personnummer"), *((way, way) for way in WRITTEN)],
    "log": [("Användare", "Ärende", "Tidpunkt"), *(("anna", way, "2026-03-02 09:00") for way in WRITTEN)],
    "assignments": [("Användare", "Ärende", "Från och med"), *((way, way, "2026-01-01") for way in WRITTEN)],
    "staff": [("Användare", "Roll", "Personnummer"), *(("anna", way, way) for way in WRITTEN)],
    "protected": [("Personnummer",), *((way,) for way in WRITTEN)],
    "payments": [
        ("Ärende", "Utbetalning", "Mottagare", "Belopp", "Utbetald", "Beslutsdatum", "Enhet"),
        *((way, way, way, "100", "2026-02-01", "2026-01-01", way) for way in WRITTEN),
    ],
}


@pytest.fixture
def data(tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that is written while the commands run lies here, temporary files too."""
    folder = tmp_path / "written"
    (folder / "tmp").mkdir(parents=True)
    settings.VARVET_DATA = folder / "data"  # type: ignore[attr-defined]  # pytest-django's wrapper has no types
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "tmp"))
    return folder


def found_in(folder: Path) -> set[str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    packed = [unpacked(file) for file in files if file.suffix == ".parquet"]
    names = [str(file).encode() for file in folder.rglob("*")]
    return digits_in(b"".join([*names, *packed, *(file.read_bytes() for file in files)]))


def in_the_database() -> bytes:
    rows = [list(model._default_manager.values_list()) for model in apps.get_models(include_auto_created=True)]
    return repr(rows).encode()


def test_no_number_is_left(cast: Cast, tmp_path: Path, data: Path, caplog: pytest.LogCaptureFixture) -> None:
    source = tmp_path / "source"
    source.mkdir()
    root = cast.root.slug
    asked: list[tuple[click.Command, list[str]]] = [
        *(
            (extract, ["import", str(write(source / f"{kind}.csv", rows)), "--root", root, "--kind", kind])
            for kind, rows in LISTS.items()
        ),
        (check, ["run", "forhandsbedomning", *PERIOD, "--by", "unit", "--cases", "met", "--out", str(data / "a.json")]),
        (check, ["run", "dubbel_utbetalning", *PERIOD, "--cases", "missed", "--out", str(data / "b.json")]),
        (log, ["review", "--month", "2026-03", "--out", str(data / "c.parquet")]),
        (log, ["draw", "--month", "2026-03", "--count", "3", "--seed", "x"]),
        (extract, ["list"]),
    ]
    said = []
    with caplog.at_level(logging.DEBUG):
        for command, given in asked:
            said.append(CliRunner().invoke(command, given, catch_exceptions=False).output)
    assert len(list(data.rglob("list.parquet"))) == len(LISTS)
    assert all((data / name).stat().st_size > 0 for name in ("a.json", "b.json", "c.parquet"))
    assert found_in(data) == set()
    assert digits_in(in_the_database()) == set()
    assert digits_in("".join([caplog.text, *said]).encode()) == set()
    assert sorted(file.name for file in source.iterdir()) == sorted(f"{kind}.csv" for kind in LISTS)


def test_the_search_would_find_one(cast: Cast, data: Path) -> None:
    assert found_in(data) == set()
    (data / "tmp/x").write_text("a 800101-9876 b", "utf-8")
    assert found_in(data)
    cast.root.name = "19800101-9876"
    cast.root.save()
    assert digits_in(in_the_database())
