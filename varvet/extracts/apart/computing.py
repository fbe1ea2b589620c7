"""Computes a check over a list that was read, by group and by unit, and writes which cases are behind."""

from pathlib import Path

from varvet.extracts.apart.asked import Codes, Compute, Computed, Found
from varvet.extracts.apart.places import CODES, LIST
from varvet.extracts.apart.spoken import written
from varvet.extracts.checks import running
from varvet.extracts.checks.running import By
from varvet.extracts.checks.shapes import Basis, Round, State
from varvet.extracts.engine import DuckEngine, Room

MEMORY = "1GB"


def answer(asked: Compute, _content: bytes) -> Computed:
    folder, used = Path(asked.folder), asked.used(Basis.OPENED)
    given = running.ReadList(folder / LIST, asked.fields, asked.findings)
    with DuckEngine(Room(folder / "engine", MEMORY, readable=[folder])) as engine:
        closed = _found(asked.used(Basis.CLOSED), given, engine) if used.check.has_deadline else None
        opened = _found(used, given, engine)
        missed, pending = (
            tuple(running.list_cases(used, given, engine, state)) for state in (State.MISSED, State.PENDING)
        )
    file = folder / CODES
    file.touch(mode=0o600)
    file.write_text(written(Codes(missed, pending)), "utf-8")
    return Computed(opened, closed)


def _found(used: Round, given: running.ReadList, engine: DuckEngine) -> Found:
    by_group, by_unit = (running.run(used, given, engine, by) for by in (By.GROUP, By.UNIT))
    return Found(by_group.counts, by_group.findings, by_group.lines, by_unit.lines, by_group.curves)
