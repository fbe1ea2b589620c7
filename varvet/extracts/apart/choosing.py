"""Gives a round the rows of a list that is kept: a name more for the same file, or those of one unit."""

import os
from pathlib import Path

from varvet.extracts.apart.asked import ListRead, Refused
from varvet.extracts.apart.asked_of_kept import UseKept
from varvet.extracts.checks.judging import LIST, table_of
from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.intake import ASIDE
from varvet.extracts.shelf.keeping import find_kept
from varvet.extracts.shelf.manifests import Kept, Manifest
from varvet.kernel.law.words import marked

MEMORY = "1GB"
MOST_UNITS = 100
UNIT = "unit"  # what was asked for wrongly, when it is not the list
GONE = marked("Listan finns inte kvar. Välj en annan, eller be den som sköter driften läsa in den igen.")
NO_UNITS = marked("Listan säger inte vilken enhet ett ärende hör till. Lämna enheten tom för att räkna hela listan.")
UNKNOWN_UNIT = marked("Listan har ingen enhet med det namnet. Skriv namnet som det står i listan.")


def answer(asked: UseKept, _content: bytes) -> ListRead | Refused:
    kept = find_kept(Path(asked.shelf), asked.root, asked.kind, asked.name)
    if kept is None:
        return Refused("extracts.kept_gone", GONE, {})
    if asked.unit:
        return _of_unit(kept, asked.unit, Path(asked.out))
    os.link(kept.file, asked.out)  # as the log review does: the file stays as long as one of its names
    return _told(kept.manifest, kept.manifest.read, kept.manifest.aside)


def _of_unit(kept: Kept, unit: str, out: Path) -> ListRead | Refused:
    """What was wrong with rows that are counted all the same is told of the whole list: nobody knows of which unit."""
    if "unit" not in kept.manifest.fields:
        return Refused("extracts.no_units", NO_UNITS, {}, which=UNIT)
    row = table_of(kept.manifest.fields)
    names = row.filter(row.unit.notnull()).select("unit").distinct().order_by("unit")
    with DuckEngine(Room(out.parent / "engine", MEMORY, readable=[kept.folder, out.parent])) as engine:
        found = [name for (name,) in engine.rows(names, {LIST: kept.file})]
        meant = [name for name in found if name.casefold() == unit.strip().casefold()]
        if not meant:
            return Refused("extracts.unknown_unit", UNKNOWN_UNIT, {}, tuple(found[:MOST_UNITS]), UNIT)
        mine = row.filter(row.unit.isin(meant))
        read = engine.write(mine, {LIST: kept.file}, out)
        out.chmod(0o600)
        [(aside,)] = engine.rows(mine.aggregate(n=mine[ASIDE].notnull().sum()), {LIST: kept.file})
    return _told(kept.manifest, read, int(aside or 0))


def _told(manifest: Manifest, read: int, aside: int) -> ListRead:
    return ListRead(manifest.columns, read, aside, manifest.left_out, manifest.findings)
