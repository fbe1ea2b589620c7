"""Made-up lists with known answers: every check and the log review find exactly what is right to find."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from varvet.extracts.checks.running import run_all
from varvet.extracts.checks.shapes import Check, Round, term_key
from varvet.extracts.checks.shipped import ALL_CHECKS
from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.generating.running import generate
from varvet.extracts.log_review.running import count_by_kind, review, write_findings
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.shelf.importing import Import, keep
from varvet.extracts.shelf.keeping import newest, work_folder
from varvet.extracts.shelf.kinds import ExtractKind, kind_read_by
from varvet.extracts.shelf.using import as_read, days_of_month, delegation_of, files_to_review
from varvet.extracts.tests.made import pseudonyms
from varvet.kernel.law.terms import shipped_terms, term_on

ROWS, ROOT = 12_000, "solberga"
NOW = datetime(2026, 12, 31, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    generate(ROWS, 4, folder)
    return folder


@pytest.fixture(scope="module")
def shelf(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each list taken in as the kind it is named after."""
    place = tmp_path_factory.mktemp("data") / "extracts"
    for file in sorted(made.glob("*.csv")):
        keep(Import(file, ROOT, ExtractKind(file.stem), ColumnMap("")), pseudonyms(), place, NOW)
    return place


@pytest.fixture
def engine(shelf: Path) -> Iterator[DuckEngine]:
    with work_folder(shelf) as work, DuckEngine(Room(work, readable=[shelf])) as opened:
        yield opened


@pytest.fixture
def known(made: Path) -> Any:
    return json.loads((made / "known.json").read_text("utf-8"))


def rounds(known: Any, delegation: Any, kind: ExtractKind) -> list[Round]:
    first, last = (date.fromisoformat(known[name]) for name in ("from", "to"))

    def round_of(check: Check) -> Round:
        key = term_key(check.rule)
        term = term_on(shipped_terms(), key, last) if key else None
        return Round(check, first, last, last, term=term, delegation=delegation)

    return [round_of(check) for check in ALL_CHECKS if kind_read_by(check) is kind]


@pytest.mark.parametrize("kind", [ExtractKind.CASES, ExtractKind.PAYMENTS, ExtractKind.RIGHTS])
def test_each_check_finds_what_is_right(shelf: Path, engine: DuckEngine, known: Any, kind: ExtractKind) -> None:
    kept, decided = newest(shelf, ROOT, kind), newest(shelf, ROOT, ExtractKind.DELEGATION)
    assert kept
    assert decided
    found = {}
    for result in run_all(rounds(known, delegation_of(decided, engine), kind), as_read(kept), engine):
        line, counts = result.total, result.counts
        found[result.used.check.name] = {
            **{name: getattr(line, name) for name in ("met", "missed", "pending", "left", "late_now")},
            **{name: getattr(counts, name) for name in ("apart", "outside", "aside")},
        }
    assert found == {name: known["checks"][name] for name in found}
    assert all(answer["missed"] > 0 and answer["met"] > 0 for answer in found.values())


def test_the_review_finds_what_is_right(shelf: Path, engine: DuckEngine, known: Any) -> None:
    year, month = map(int, known["month"].split("-"))
    days = days_of_month(year, month)
    with work_folder(shelf) as work, DuckEngine(Room(work / "room", readable=[shelf])) as own:
        found = review(files_to_review(shelf, ROOT, days, own, work), own, work, days=days)
        write_findings(found, own, work / "findings.parquet")
        counts = {kind.value: count for kind, count in count_by_kind(work / "findings.parquet", own).items()}
    assert counts == known["log_review"]
    assert all(counts.values())


def test_the_same_seed_makes_the_same_lists(made: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again", tmp_path / "other"
    generate(300, 4, again)
    generate(300, 5, other)
    generate(300, 4, tmp_path / "third")
    for file in again.iterdir():
        assert file.read_bytes() == (tmp_path / "third" / file.name).read_bytes()
    assert (again / "cases.csv").read_bytes() != (other / "cases.csv").read_bytes()
