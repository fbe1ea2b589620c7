"""What large lists and logs cost: all list checks, and the log review beside a plain scan and group."""

import os
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench import made_up_cases, made_up_log
from bench.start import say
from varvet.extracts.checks.running import ReadList, run
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


def measure() -> None:
    say("\nlists and logs")
    with tempfile.TemporaryDirectory(prefix="varvet-bench-") as name:
        folder = Path(name)
        _list_checks(folder)
        _log_review(folder)
    say(f"most memory used: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB")


def _list_checks(folder: Path) -> None:
    given = ReadList(made_up_cases.make(folder, CASES), made_up_cases.fields())
    worked = time.process_time()
    with DuckEngine(_room(folder)) as engine:
        seconds = [_seconds(lambda used=used: run(used, given, engine)) for used in _rounds()]
    say(f"all {len(seconds)} list checks, {CASES:,} cases: {sum(seconds):.1f} s (at most {ALL_CHECKS}),")
    say(f"  the slowest {max(seconds):.1f} s; {time.process_time() - worked:.1f} s of processor time in all")


def _rounds() -> list[Round]:
    keys = [term_key(check.rule) for check in CHECKS]
    terms = [term_on(shipped_terms(), key, LAST) if key else None for key in keys]
    rounds = [Round(check, FIRST, LAST, LAST, term=term) for check, term in zip(CHECKS, terms, strict=True)]
    return [replace(used, delegation={"decision 1": ("decided_by 1",)}) for used in rounds]


def _log_review(folder: Path) -> None:
    """The plain question is asked before and after, and the faster one is compared with."""
    log = made_up_log.make(folder / "log", LOG_ROWS)
    say(f"log of {LOG_ROWS:,} rows:")
    plain = _plain(folder, log.files.log)
    with DuckEngine(_room(folder)) as engine:
        reviewed = _seconds(lambda: review(log.files, engine, folder))
    plain = min(plain, _plain(folder, log.files.log))
    say(f"  DuckDB's own scan and group {plain:.1f} s, review {reviewed:.1f} s:")
    say(f"  {plain / reviewed:.0%} of its speed (at least {SHARE:.0%})")


def _plain(folder: Path, log: Path) -> float:
    with DuckEngine(_room(folder)) as engine:
        return _seconds(lambda: engine.ask(PLAIN, [pattern(log)]))


def _room(folder: Path) -> Room:
    return Room(folder / "engine", memory=f"{MEMORY}GB", readable=[folder])


def _seconds(does: Callable[[], object]) -> float:
    begun = time.perf_counter()
    does()
    return time.perf_counter() - begun


if __name__ == "__main__":
    measure()
