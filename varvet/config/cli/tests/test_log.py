"""`varvet log`: a month's findings as one file with codes, and a draw of staff that can be repeated."""

from datetime import date
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from varvet.config.cli.extract import command as extract
from varvet.config.cli.lists_given import pseudonyms_of
from varvet.config.cli.log import command
from varvet.extracts.pseudonyms import Pseudonyms
from varvet.extracts.tests.made import Rows, write
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import Told

LOG = [
    ("Användare", "Ärende", "Tidpunkt"),
    ("anna", "A-1", "2026-03-02 09:00"),
    ("anna", "A-2", "2026-03-03 09:00"),
    ("anna", "A-2", "2026-03-09 09:00"),
    ("anna", "A-2", "2026-04-01 09:00"),
]
ASSIGNED = [("Användare", "Ärende", "Från och med"), ("anna", "A-1", "2026-01-01")]
STAFF = [("Användare", "Roll"), ("anna", "Handläggare"), *((f"u{n}", "Handläggare") for n in range(9))]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, settings: object) -> None:
    settings.VARVET_DATA = tmp_path / "data"  # type: ignore[attr-defined]  # pytest-django's wrapper has no types


def run(*given: str) -> str:
    return CliRunner().invoke(command, given, catch_exceptions=False).output


def keep(root: str, kind: str, rows: Rows, folder: Path) -> None:
    file = write(folder / f"{kind}.csv", rows)
    CliRunner().invoke(extract, ["import", str(file), "--root", root, "--kind", kind], catch_exceptions=False)


def codes(cast: Cast) -> Pseudonyms:
    return pseudonyms_of(cast.root.slug, 2026)


def test_a_month_is_reviewed(cast: Cast, tmp_path: Path) -> None:
    for kind, rows in (("log", LOG), ("assignments", ASSIGNED), ("staff", STAFF)):
        keep(cast.root.slug, kind, rows, tmp_path)
    out = tmp_path / "findings.parquet"
    lines = run("review", "--month", "2026-03", "--out", str(out)).splitlines()
    assert lines[0] == "Ingen ärendelista är importerad: vems ärendet är syns inte."
    assert "Öppnade utan att ha ärendet: 1." in lines
    found = duckdb.execute(f"SELECT * FROM '{out}'").fetchall()  # noqa: S608
    assert found == [("anna", codes(cast).of("A-2"), "unassigned", 2, date(2026, 3, 3), date(2026, 3, 9))]
    assert out.stat().st_mode & 0o077 == 0


def test_logs_that_may_hold_the_same_openings_are_told(cast: Cast, tmp_path: Path) -> None:
    keep(cast.root.slug, "assignments", ASSIGNED, tmp_path)
    keep(cast.root.slug, "log", LOG[:2], tmp_path)
    keep(cast.root.slug, "log", LOG[:3], tmp_path)
    said = run("review", "--month", "2026-03", "--out", str(tmp_path / "out.parquet"))
    assert "Två loggar gäller samma dagar." in said


def test_a_month_without_a_log_is_told(cast: Cast, tmp_path: Path) -> None:
    keep(cast.root.slug, "log", LOG, tmp_path)
    with pytest.raises(Told, match="Det finns ingen lista över vem som har vilka ärenden"):
        run("review", "--month", "2026-03", "--out", str(tmp_path / "out.parquet"))
    with pytest.raises(Told, match="ingen logg från 2026-05-01 till 2026-05-31"):
        run("review", "--month", "2026-05", "--out", str(tmp_path / "out.parquet"))
    assert not (tmp_path / "out.parquet").exists()


def test_the_draw_can_be_repeated_and_made_longer(cast: Cast, tmp_path: Path) -> None:
    keep(cast.root.slug, "staff", STAFF, tmp_path)
    three = run("draw", "--month", "2026-03", "--count", "3", "--seed", "vår").splitlines()
    assert run("draw", "--month", "2026-03", "--count", "5", "--seed", "vår").splitlines()[:4] == three
    assert run("draw", "--month", "2026-04", "--count", "3", "--seed", "vår").splitlines() != three
    assert three[0].startswith("Frö: vår. Ram: 10. Ramens hash: ")


def test_without_staff_there_is_no_draw(cast: Cast) -> None:
    with pytest.raises(Told, match="ingen personallista"):
        run("draw", "--month", "2026-03", "--count", "3", "--root", cast.root.slug)
