"""Runs a log review on an engine, and tells by a hash whether two engines found the same."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from varvet.extracts.engine import DuckEngine, Engine, pattern
from varvet.extracts.log_review.findings import FindingKind, findings
from varvet.extracts.log_review.habits import THRESHOLDS, Thresholds, habits, hours_of
from varvet.extracts.log_review.openings import openings
from varvet.extracts.log_review.sources import Days, Files


@dataclass(frozen=True)
class Review:
    """Two Parquet files and their rows: what must be explained case by case, and whose use is unlike others'."""

    openings: Path
    habits: Path
    opened: int
    people: int


def review(
    files: Files, engine: Engine, folder: Path, limits: Thresholds = THRESHOLDS, days: Days | None = None
) -> Review:
    """Writes the two files in the folder; of the whole log, or of some days."""
    case_by_case, people = folder / "openings.parquet", folder / "habits.parquet"
    opened = engine.write(openings(days), files.sources(), case_by_case)
    hours = engine.keep("hours", hours_of(days), files.sources())
    return Review(case_by_case, people, opened, engine.write(habits(hours, limits), files.sources(), people))


def write_findings(found: Review, engine: Engine, out: Path) -> int:
    """One row a member of staff, case and kind; how many they are."""
    return engine.write(findings(), {"openings": found.openings, "habits": found.habits}, out)


def count_by_kind(file: Path, engine: DuckEngine) -> dict[FindingKind, int]:
    """How many rows the findings have of each kind; those without any have none."""
    counted = dict(engine.ask("SELECT kind, count(*) FROM read_parquet(?) GROUP BY kind", [pattern(file)]))
    return {kind: counted.get(kind.value, 0) for kind in FindingKind}


def digest(file: Path, engine: DuckEngine) -> str:
    """SHA-256 of the rows in order: the same for the same rows, whichever engine wrote them."""
    hashed = hashlib.sha256()
    for row in engine.in_order(file):
        hashed.update(repr(row).encode())
    return hashed.hexdigest()
