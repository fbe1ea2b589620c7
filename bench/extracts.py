"""What large lists and logs cost: all list checks, and the log review beside a plain scan and group."""

import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bench import made_up_cases, made_up_log, made_up_payments
from bench.start import say
from varvet.extracts.checks.running import ReadList, run_all
from varvet.extracts.checks.shapes import Check, Round, term_key
from varvet.extracts.checks.shipped import CHECKS, PAYMENT_CHECKS
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


def _list_checks(folder: Path) -> None:
    """Those of cases and those of payments, over a list of each."""
    cases = ReadList(made_up_cases.make(folder, CASES), made_up_cases.fields())
    payments = ReadList(made_up_payments.make(folder, CASES), made_up_payments.fields())
    costs = [
        _checked(folder, CHECKS, cases, "cases"),
        _checked(folder, PAYMENT_CHECKS, payments, "payments"),
    ]
    clock = sum(cost.clock for cost in costs)
    say(f"  together {clock:.1f} s by the clock (at most {ALL_CHECKS}); {_memory()}")


def _checked(folder: Path, checks: Sequence[Check], given: ReadList, what: str) -> Cost:
    asked = rounds(checks)
    with DuckEngine(room(folder)) as engine:
        cost = cost_of(lambda: list(run_all(asked, given, engine)))
    say(
        f"all {len(asked)} checks of {what}, {CASES:,} of them:"
        f" {cost.clock:.1f} s by the clock, {cost.work:.1f} s of processor time"
    )
    return cost


def rounds(checks: Sequence[Check] = CHECKS) -> list[Round]:
    keys = [term_key(check.rule) for check in checks]
    terms = [term_on(shipped_terms(), key, LAST) if key else None for key in keys]
    rounds = [Round(check, FIRST, LAST, LAST, term=term) for check, term in zip(checks, terms, strict=True)]
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
    say(f"  (at least {SHARE:.0%}); {_memory()}")


def _memory() -> str:
    """Of this process until now; DuckDB may use MEMORY of it."""
    return f"most memory used {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB"


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
