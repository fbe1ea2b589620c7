"""`varvet check`: a list's faults first, then the figures, in plain Swedish; of a file or of what is kept."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.conf import settings

from varvet.config.cli.check import command
from varvet.config.cli.extract import command as extract
from varvet.extracts.shelf.keeping import WORK
from varvet.extracts.tests.made import write
from varvet.kernel.access.tests.cast import Cast
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


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, settings: object) -> None:
    settings.VARVET_DATA = tmp_path / "data"  # type: ignore[attr-defined]  # pytest-django's wrapper has no types


def run(file: Path, *more: str) -> Result:
    given = ["run", "forhandsbedomning", "--file", str(file), *PERIOD, *more]
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


def test_a_file_that_is_not_kept_leaves_nothing(tmp_path: Path) -> None:
    run(write(tmp_path / "list.csv", ROWS))
    folder = settings.VARVET_DATA / "extracts"
    assert [file.name for file in folder.rglob("*")] == [WORK]
    assert folder.stat().st_mode & 0o077 == 0


def test_columns_are_chosen_and_kept(tmp_path: Path) -> None:
    rows = [("Ärende", "När", "Klart"), ("A-1", "2026-02-01", "2026-02-10")]
    file = write(tmp_path / "list.csv", rows)
    kept = tmp_path / "columns.json"
    chosen = run(file, "--column", "received=När", "--column", "assessed=Klart", "--save-map", str(kept))
    assert "1 av 1" in chosen.output
    assert run(file, "--map", str(kept)).output == chosen.output


def test_json_holds_the_figures_and_no_case(tmp_path: Path) -> None:
    out = tmp_path / "result.json"
    run(write(tmp_path / "list.csv", ROWS), "--out", str(out))
    told = json.loads(out.read_text("utf-8"))
    assert (told["check"], told["first"], told["as_of"]) == ("forhandsbedomning", "2026-01-01", "2026-06-01")
    assert (told["lines"][0]["numerator"], told["lines"][0]["denominator"]) == (1, 3)
    assert told["rows"]["aside"] == 1
    assert out.stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.glob(".*")] == []


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("Ärende", "Inkom"), ("A-1", "2026-02-01")], "Kontrollen behöver en kolumn med förhandsbedömning klar."),
        ([HEADING, ("A-1", "=1+1", "", "", "", "", "")], "Rad 2, kolumn B innehåller en formel."),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, rows: list[tuple[str, ...]], sentence: str) -> None:
    with pytest.raises(Told) as told:
        run(write(tmp_path / "list.csv", rows), "--out", str(tmp_path / "out.json"))
    assert str(told.value).startswith(sentence)
    assert not (tmp_path / "out.json").exists()


@pytest.mark.django_db
def test_an_unknown_organisation_is_told(tmp_path: Path) -> None:
    with pytest.raises(Told, match="no organisation called 'nowhere'"):
        run(write(tmp_path / "list.csv", ROWS), "--root", "nowhere")


def test_every_check_is_listed() -> None:
    said = CliRunner().invoke(command, ["names"]).output
    for name in ("barnavardsutredning", "behorighet_delegation", "dubbel_utbetalning"):
        assert name in said
    assert "opened, completed" in said


def keep(root: str, kind: str, file: Path) -> None:
    CliRunner().invoke(extract, ["import", str(file), "--root", root, "--kind", kind], catch_exceptions=False)


def compute(name: str, *more: str) -> str:
    return CliRunner().invoke(command, ["run", name, *PERIOD, *more], catch_exceptions=False).output


def test_the_newest_kept_list_is_computed(cast: Cast, tmp_path: Path) -> None:
    root = cast.root.slug
    keep(root, "cases", write(tmp_path / "first.csv", ROWS[:2]))
    assert "1 av 1" in compute("forhandsbedomning")
    keep(root, "cases", write(tmp_path / "second.csv", ROWS))
    assert compute("forhandsbedomning") == run(tmp_path / "second.csv", "--root", root).output


def test_rights_and_decisions_are_held_against_the_delegation(cast: Cast, tmp_path: Path) -> None:
    root = cast.root.slug
    rights = [("Användare", "Roll", "Beslutstyp"), ("anna", "Chef", "Placering"), ("bo", "Utskott", "Placering")]
    decisions = [
        ("Ärende", "Beslutstyp", "Beslutsfattarens roll", "Beslutsdatum"),
        ("A-1", "Placering", "Chef", "2026-02-01"),
        ("A-2", "Placering", "Utskott", "2026-02-01"),
        ("A-3", "Okänt beslut", "Utskott", "2026-02-01"),
    ]
    keep(root, "rights", write(tmp_path / "rights.csv", rights))
    keep(root, "cases", write(tmp_path / "cases.csv", decisions))
    with pytest.raises(Told, match="import a list of the kind delegation"):
        compute("behorighet_delegation")
    order = [("Beslutstyp", "Beslutsfattarens roll"), ("Placering", "Utskott"), ("Placering", "Nämnd")]
    keep(root, "delegation", write(tmp_path / "delegation.csv", order))
    assert compute("behorighet_delegation", "--cases", "missed").endswith("\nanna\n")
    assert "1 av 2" in compute("behorighet_delegation")
    assert "1 av 3" in compute("delegation")
    assert "2 av 3" in compute("delegation", "--delegate", "Placering=Utskott", "--delegate", "Placering=Chef")


def test_without_lists_the_command_says_what_to_do(cast: Cast) -> None:
    with pytest.raises(Told, match="No list of the kind payments is kept"):
        compute("dubbel_utbetalning")
    with pytest.raises(Told, match="has no list of the kind payments"):
        compute("dubbel_utbetalning", "--root", cast.root.slug)
