"""What large lists and logs cost: all list checks, and the log review beside a plain scan and group."""

import os
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bench import made_up_cases, made_up_log
from bench.start import say
from varvet.extracts.checks.running import ReadList, run_all
from varvet.extracts.checks.shapes import Round, term_key
from varvet.extracts.checks.shipped import CHECKS
from varvet.extracts.engine import DuckEngine, Room, pattern
from varvet.extracts.log_review.running import review
from varvet.kernel.law.terms import shipped_terms, term_on

CASES = int(os.environ.get("VARVET_BENCH_CASES", "1000000"))
LOG_ROWS = int(os.environ.get("VARVET_BENCH_LOG_ROWS", "20000000"))
ALL_CHECKS, SHARE, MEMORY = 30, 0.6, 4  # seconds; of the plain speed; GB that DuckDB may use
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
PLAIN = """
SELECT count(*), sum(times)
FROM (SELECT staff, "case", day, count(*) AS times FROM read_parquet(?) GROUP BY staff, "case", day)
"""


@dataclass(frozen=True, order=True)
class Cost:
    """Seconds by the clock, and of processor time over all threads: the second says more on a busy machine."""

    clock: float
    work: float


def measure() -> None:
    say("\nlists and logs")
    with tempfile.TemporaryDirectory(prefix="varvet-bench-") as name:
        folder = Path(name)
        _list_checks(folder)
        _log_review(folder)
    say(f"most memory used: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB")


def _list_checks(folder: Path) -> None:
    given = ReadList(made_up_cases.make(folder, CASES), made_up_cases.fields())
    asked = rounds()
    with DuckEngine(room(folder)) as engine:
        cost = cost_of(lambda: list(run_all(asked, given, engine)))
    say(f"all {len(asked)} list checks, {CASES:,} cases: {cost.clock:.1f} s by the clock (at most {ALL_CHECKS}),")
    say(f"  {cost.work:.1f} s of processor time")


def rounds() -> list[Round]:
    keys = [term_key(check.rule) for check in CHECKS]
    terms = [term_on(shipped_terms(), key, LAST) if key else None for key in keys]
    rounds = [Round(check, FIRST, LAST, LAST, term=term) for check, term in zip(CHECKS, terms, strict=True)]
    return [replace(used, delegation={"decision 1": ("decided_by 1",)}) for used in rounds]


def _log_review(folder: Path) -> None:
    """The plain question is asked before and after, and the faster one is compared with."""
    log = made_up_log.make(folder / "log", LOG_ROWS)
    say(f"log of {LOG_ROWS:,} rows:")
    plain = _plain(folder, log.files.log)
    with DuckEngine(room(folder)) as engine:
        reviewed = cost_of(lambda: review(log.files, engine, folder))
    plain = min(plain, _plain(folder, log.files.log))
    say(f"  DuckDB's own scan and group {plain.clock:.1f} s, review {reviewed.clock:.1f} s by the clock;")
    say(f"  {plain.work:.1f} s and {reviewed.work:.1f} s of processor time")
    say(f"  {plain.clock / reviewed.clock:.0%} of its speed by the clock, {plain.work / reviewed.work:.0%} by work")
    say(f"  (at least {SHARE:.0%})")


def _plain(folder: Path, log: Path) -> Cost:
    with DuckEngine(room(folder)) as engine:
        return cost_of(lambda: engine.ask(PLAIN, [pattern(log)]))


def room(folder: Path) -> Room:
    return Room(folder / "engine", memory=f"{MEMORY}GB", readable=[folder])


def cost_of(does: Callable[[], object]) -> Cost:
    begun, worked = time.perf_counter(), time.process_time()
    does()
    return Cost(time.perf_counter() - begun, time.process_time() - worked)


if __name__ == "__main__":
    measure()
