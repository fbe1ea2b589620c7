"""Starts Django for the bench on a database of its own: settings and keys that belong to nobody."""

import base64
import os
import statistics
import sys
import time
from collections.abc import Callable

import django
from django.core.management import call_command

KEY = base64.b64encode(b"only for bench, 32 bytes long...").decode()


def start(folder: str, database_url: str) -> None:
    """Settings are read when Django starts, so nothing of the house may be imported before."""
    for name in [name for name in os.environ if name.startswith("VARVET_")]:
        del os.environ[name]
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "varvet.config.settings",
        "VARVET_SECRET_KEY": "only-for-bench-" * 4,
        "VARVET_TEXT_KEYS": f"k1:{KEY}",
        "VARVET_AUDIT_KEY": KEY,
        "VARVET_DATA": folder,
        "VARVET_HOSTS": "localhost,testserver",
        "DATABASE_URL": database_url,
    }
    django.setup()


def migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def milliseconds(function: Callable[[], object], times: int) -> tuple[float, float]:
    """By the clock, and of this process's own work: medians of so many calls, after one that is not counted."""
    function()
    taken, worked = [], []
    for _ in range(times):
        begun, work = time.perf_counter(), time.process_time()
        function()
        taken.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - work) * 1000)
    return statistics.median(taken), statistics.median(worked)
