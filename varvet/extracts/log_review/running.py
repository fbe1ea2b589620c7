"""Runs a log review on an engine, and tells by a hash whether two engines found the same."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from varvet.extracts.engine import DuckEngine, Engine
from varvet.extracts.log_review.habits import THRESHOLDS, Thresholds, habits
from varvet.extracts.log_review.openings import openings
from varvet.extracts.log_review.sources import Files


@dataclass(frozen=True)
class Review:
    """Two Parquet files and their rows: what must be explained case by case, and whose use is unlike others'."""

    openings: Path
    habits: Path
    opened: int
    people: int


def review(files: Files, engine: Engine, folder: Path, limits: Thresholds = THRESHOLDS) -> Review:
    """Writes the two files in the folder."""
    case_by_case, people = folder / "openings.parquet", folder / "habits.parquet"
    opened = engine.write(openings(), files.sources(), case_by_case)
    return Review(case_by_case, people, opened, engine.write(habits(limits), files.sources(), people))


def digest(file: Path, engine: DuckEngine) -> str:
    """SHA-256 of the rows in order: the same for the same rows, whichever engine wrote them."""
    hashed = hashlib.sha256()
    for row in engine.in_order(file):
        hashed.update(repr(row).encode())
    return hashed.hexdigest()
