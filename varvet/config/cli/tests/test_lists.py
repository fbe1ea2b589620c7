"""`varvet lists check`: a list's faults first, then the figures, in plain Swedish; nothing left when it is done."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.conf import settings

from varvet.config.cli.lists import command
from varvet.extracts.tests.made import write
from varvet.kernel.records.errors import Told

HEADING = ("Ärende", "Personnummer", "Kön", "Enhet", "Inkom", "Förhandsbedömd", "Anteckning")
ROWS = [
    HEADING,
    ("A-1", "19800101-9876", "K", "Öster", "2026-02-01", "2026-02-10", "Mor ringde"),
    ("A-2", "19800161-9876", "M", "Öster", "2026-02-01", "2026-02-20", ""),
    ("A-3", "19550617-8765", "M", "", "2026-02-01", "", ""),
    ("A-4", "19550617-8765", "K", "Väster", "2026-02-31", "", ""),
]
PERIOD = ("--from", "2026-01-01", "--to", "2026-12-31", "--as-of", "2026-06-01")


def run(file: Path, *more: str) -> Result:
    given = ["check", str(file), "--as", "forhandsbedomning", *PERIOD, *more]
    return CliRunner().invoke(command, given, catch_exceptions=False)


def test_faults_first_then_figures(tmp_path: Path) -> None:
    said = run(write(tmp_path / "list.csv", ROWS), "--by", "unit").output
    lines = said.splitlines()
    assert lines[0] == "Kolumner som lästes: 6. Kolumner som lämnades utanför: 1."
    assert lines[1] == "Rader: 4. Räknas: 3. Annan fråga: 0. Utanför: 0. Undantas: 1."
    assert lines[2] == "Datumet kan inte stämma. Antal rader: 1, till exempel rad 5. De räknas inte."
    assert "Frist: 14 dagar (SoL 20 kap. 2 §)." in lines
    [all_of_them] = [line for line in lines if line.startswith("Alla")]
    assert "1 av 3; 33,3 % (6,1–79,2); öppna över fristen: 1; För få ärenden" in all_of_them
    assert [line.split("  ")[0] for line in lines if line.startswith(("Öster", "Väster", "grupp saknas"))] == [
        "Öster",
        "Öster, kvinnor",
        "Öster, män",
        "grupp saknas",
        "grupp saknas, män",
    ]


def test_the_cases_behind_are_codes(tmp_path: Path) -> None:
    said = run(write(tmp_path / "list.csv", ROWS), "--cases", "missed").output
    codes = said.split("\n\n")[-1].split()
    assert len(codes) == 2
    assert all(len(code) == 12 for code in codes)
    assert "9876" not in said


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    run(write(tmp_path / "list.csv", ROWS))
    folder = settings.VARVET_DATA / "extracts"
    assert list(folder.iterdir()) == []
    assert folder.stat().st_mode & 0o077 == 0


def test_columns_are_chosen_and_kept(tmp_path: Path) -> None:
    rows = [("Ärende", "När", "Klart"), ("A-1", "2026-02-01", "2026-02-10")]
    file = write(tmp_path / "list.csv", rows)
    kept = tmp_path / "columns.json"
    chosen = run(file, "--column", "received=När", "--column", "assessed=Klart", "--save-map", str(kept))
    assert "1 av 1" in chosen.output
    assert run(file, "--map", str(kept)).output == chosen.output


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("Ärende", "Inkom"), ("A-1", "2026-02-01")], "Kontrollen behöver en kolumn med förhandsbedömning klar."),
        ([HEADING, ("A-1", "=1+1", "", "", "", "", "")], "Rad 2, kolumn B innehåller en formel."),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, rows: list[tuple[str, ...]], sentence: str) -> None:
    with pytest.raises(Told) as told:
        run(write(tmp_path / "list.csv", rows))
    assert str(told.value).startswith(sentence)


@pytest.mark.django_db
def test_an_unknown_organisation_is_told(tmp_path: Path) -> None:
    with pytest.raises(Told, match="no organisation called 'nowhere'"):
        run(write(tmp_path / "list.csv", ROWS), "--root", "nowhere")


def test_every_check_is_listed() -> None:
    said = CliRunner().invoke(command, ["names"]).output
    assert "barnavardsutredning" in said
    assert "opened, completed" in said
