"""Spark finds the same as DuckDB, by hash: in a process of its own, since Spark leaves sockets to the collector."""

import importlib.util
import os
import shutil
import subprocess
import sys

import pytest

SMALL = {
    "VARVET_BENCH_ENGINE_ROWS": "20000",
    "VARVET_BENCH_ENGINE_CASES": "2000",
    "VARVET_BENCH_ENGINE_CHECKS": "barnavardsutredning freda dubbel_utbetalning mottagare_andrad",
}


@pytest.mark.skipif(
    shutil.which("java") is None or importlib.util.find_spec("pyspark") is None, reason="Spark is an extra"
)
def test_spark_finds_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore::ResourceWarning", "-m", "bench.engines"],
        env=os.environ | SMALL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.count(": equal ")) == (0, 3), done.stdout + done.stderr
