"""Computes a check over a list that was read, by group and by unit, and writes which cases are behind."""

from pathlib import Path

from varvet.extracts.apart.asked import Codes, Compute, Computed
from varvet.extracts.apart.places import CODES, LIST
from varvet.extracts.apart.spoken import written
from varvet.extracts.checks import running
from varvet.extracts.checks.running import By
from varvet.extracts.checks.shapes import State
from varvet.extracts.engine import DuckEngine, Room

MEMORY = "1GB"


def answer(asked: Compute, _content: bytes) -> Computed:
    folder, used = Path(asked.folder), asked.used()
    given = running.ReadList(folder / LIST, asked.fields, asked.findings)
    with DuckEngine(Room(folder / "engine", MEMORY, readable=[folder])) as engine:
        found = running.run(used, given, engine, By.GROUP)
        units = running.run(used, given, engine, By.UNIT).lines
        missed, pending = (
            tuple(running.list_cases(used, given, engine, state)) for state in (State.MISSED, State.PENDING)
        )
    file = folder / CODES
    file.touch(mode=0o600)
    file.write_text(written(Codes(missed, pending)), "utf-8")
    return Computed(found.counts, found.findings, found.lines, units, found.curves)
