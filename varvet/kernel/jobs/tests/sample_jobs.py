"""Jobs for the tests: each leaves a line in a file, which no transaction takes back."""

import time
from pathlib import Path

from django_tasks import task


@task
def note(file: str, line: str) -> str:
    with Path(file).open("a", encoding="utf-8") as notes:
        notes.write(f"{line}\n")
    return line


@task
def begin_and_wait(file: str) -> None:
    """Waits only the first time: whoever does it over finishes it."""
    begun = Path(file).exists()
    note.func(file, "again" if begun else "begun")
    if not begun:
        time.sleep(60)


@task
def fail(words: str) -> None:
    raise ValueError(words)
