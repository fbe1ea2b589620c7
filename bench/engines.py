"""DuckDB and Spark over the same log and list: whether they find the same, by hash, and what each takes."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from bench import made_up_cases, made_up_log, made_up_payments
from bench.extracts import Cost, cost_of, room, rounds
from bench.start import say
from varvet.extracts.checks.results import Result
from varvet.extracts.checks.running import ReadList, run_all
from varvet.extracts.checks.shapes import Check
from varvet.extracts.checks.shipped import CHECKS, PAYMENT_CHECKS
from varvet.extracts.checks.written import to_json
from varvet.extracts.engine import DuckEngine, Engine
from varvet.extracts.log_review.running import Review, digest, review
from varvet.extracts.spark import SparkEngine

ROWS = int(os.environ.get("VARVET_BENCH_ENGINE_ROWS", "10000000"))
CASES = int(os.environ.get("VARVET_BENCH_ENGINE_CASES", "200000"))
ASKED = (*CHECKS, *PAYMENT_CHECKS)
NAMES = os.environ.get("VARVET_BENCH_ENGINE_CHECKS", " ".join(check.name for check in ASKED)).split()


def compare(folder: Path) -> bool:
    """Prints a line a question, and whether all were answered alike."""
    log = made_up_log.make(folder / "log", ROWS)
    lists_made = (
        (CHECKS, ReadList(made_up_cases.make(folder / "cases", CASES), made_up_cases.fields())),
        (PAYMENT_CHECKS, ReadList(made_up_payments.make(folder / "payments", CASES), made_up_payments.fields())),
    )
    with closing(DuckEngine(room(folder))) as duck, closing(SparkEngine(room(folder / "spark"))) as spark:
        logs = [_review(log, engine, folder / name) for name, engine in (("by_duckdb", duck), ("by_spark", spark))]
        alike = list(_logs_alike(logs, duck))
        lists = [_checks(lists_made, engine) for engine in (duck, spark)]
    say(
        f"{len(NAMES)} list checks of {CASES:,} cases and as many payments:"
        f" DuckDB {lists[0][1].clock:.1f} s, Spark {lists[1][1].clock:.1f} s"
    )
    alike.append(_told("results", [hashed for hashed, _ in lists]))
    return all(alike)


def _review(log: made_up_log.Log, engine: Engine, folder: Path) -> Review:
    folder.mkdir()
    found: list[Review] = []
    cost = cost_of(lambda: found.append(review(log.files, engine, folder)))
    say(
        f"log of {log.rows:,} rows, {type(engine).__name__}: {cost.clock:.1f} s,"
        f" {found[0].opened:,} openings to explain"
    )
    return found[0]


def _logs_alike(logs: Sequence[Review], duck: DuckEngine) -> Iterator[bool]:
    yield _told("openings", [digest(found.openings, duck) for found in logs])
    yield _told("habits", [digest(found.habits, duck) for found in logs])
    yield all(found.opened > 0 for found in logs)


def _checks(lists: Sequence[tuple[Sequence[Check], ReadList]], engine: Engine) -> tuple[str, Cost]:
    said: list[str] = []
    cost = cost_of(lambda: said.extend(to_json(result) for result in _results(lists, engine)))
    return hashlib.sha256("".join(said).encode()).hexdigest(), cost


def _results(lists: Sequence[tuple[Sequence[Check], ReadList]], engine: Engine) -> Iterator[Result]:
    for checks, listed in lists:
        chosen = [used for used in rounds(checks) if used.check.name in NAMES]
        yield from run_all(chosen, listed, engine)


def _told(what: str, hashes: Sequence[str]) -> bool:
    alike = len(set(hashes)) == 1
    say(f"  {what}: {'equal' if alike else 'DIFFERENT'} {' '.join(hashed[:16] for hashed in hashes)}")
    return alike


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="varvet-bench-", ignore_cleanup_errors=True) as name:
        sys.exit(not compare(Path(name)))
