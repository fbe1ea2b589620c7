"""Kept extracts in use: a list for a check, the delegation as it was decided, and a month's files for a log review."""

import calendar
import os
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import ibis
from pyarrow import parquet

from varvet.extracts.checks.judging import table_of
from varvet.extracts.checks.running import ReadList
from varvet.extracts.engine import Engine
from varvet.extracts.fields import BY_NAME
from varvet.extracts.intake import ASIDE, schema_of
from varvet.extracts.log_review.lists import FIELDS
from varvet.extracts.log_review.sources import Days, Files
from varvet.extracts.shelf.keeping import list_kept, newest
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.manifests import Kept
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

NO_LOG = marked("Det finns ingen logg från {first} till {last}. Importera den först.")
NO_ASSIGNMENTS = marked("Det finns ingen lista över vem som har vilka ärenden. Importera den först.")
NO_STAFF = marked("Det finns ingen personallista. Importera den först.")
NEEDED_TO_REVIEW = ExtractKind.ASSIGNMENTS


def as_read(kept: Kept) -> ReadList:
    return ReadList(kept.file, kept.manifest.fields, kept.manifest.findings)


def delegation_of(kept: Kept, engine: Engine) -> Mapping[str, tuple[str, ...]]:
    """Decision -> the roles that may make it; rows without one of them say nothing."""
    row = table_of(kept.manifest.fields).select("decision", "decided_by")
    pairs = row.filter(row.decision.notnull() & row.decided_by.notnull()).distinct().order_by("decision", "decided_by")
    found: dict[str, tuple[str, ...]] = {}
    for decision, role in engine.rows(pairs, {"list": kept.file}):
        found[decision] = (*found.get(decision, ()), role)
    return found


def days_of_month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def logs_of(shelf: Path, root: str, days: Days) -> list[Kept]:
    """Those with a day among the days. RuleBroken when there is none."""
    found = [kept for kept in list_kept(shelf, root, ExtractKind.LOG) if _meets(kept, days)]
    if not found:
        raise RuleBroken("extracts.no_log", NO_LOG, values={"first": days.first, "last": days.last})
    return found


def _meets(kept: Kept, days: Days) -> bool:
    first, last = _span(kept)
    return first is not None and last is not None and first <= days.last and last >= days.first


def overlapping(logs: list[Kept]) -> bool:
    """Two logs with a day in common may hold the same openings, which are then counted twice."""
    spans = [(first, last) for kept in logs for first, last in [_span(kept)] if first is not None and last is not None]
    return any(before[1] >= after[0] for before, after in pairwise(sorted(spans)))


def _span(kept: Kept) -> tuple[date | None, date | None]:
    return kept.manifest.first, kept.manifest.last


def lacking(shelf: Path, root: str) -> tuple[ExtractKind, ...]:
    """Lists that a review can do without, though it then finds less."""
    return tuple(ExtractKind(name) for name in FIELDS if _newest_of(shelf, root, name) is None)


def staff_of(shelf: Path, root: str, engine: Engine) -> list[str]:
    """The codes of the newest staff list, in order. RuleBroken when there is none."""
    kept = newest(shelf, root, ExtractKind.STAFF)
    if kept is None:
        raise RuleBroken("extracts.no_staff", NO_STAFF)
    row = table_of(kept.manifest.fields)
    codes = row.filter(row.staff.notnull()).select("staff").distinct().order_by("staff")
    return [code for (code,) in engine.rows(codes, {"list": kept.file})]


def files_to_review(shelf: Path, root: str, days: Days, engine: Engine, work: Path) -> Files:
    """The newest of each list, in the work folder, with the columns that expressions name."""
    logs = logs_of(shelf, root, days)
    if newest(shelf, root, NEEDED_TO_REVIEW) is None:
        raise RuleBroken("extracts.no_assignments", NO_ASSIGNMENTS)
    folder = work / "log"
    folder.mkdir(mode=0o700)
    for number, kept in enumerate(logs):
        os.link(kept.file, folder / f"{number}.parquet")  # a name more for the same file
    lists = {name: work / f"{name}.parquet" for name in FIELDS}
    for name, file in lists.items():
        _write(_newest_of(shelf, root, name), FIELDS[name], engine, file)
    return Files(log=folder, **lists)


def _newest_of(shelf: Path, root: str, name: str) -> Kept | None:
    """Of the cases, the list made for it, or that of the list checks."""
    made_for_it = newest(shelf, root, ExtractKind.CLIENTS) if name == ExtractKind.CASES.value else None
    return made_for_it or newest(shelf, root, ExtractKind(name))


def _write(kept: Kept | None, fields: tuple[str, ...], engine: Engine, out: Path) -> None:
    """Of a list that is not kept, no rows; of a column that it lacks, no values."""
    if kept is None:
        schema = schema_of([BY_NAME[name] for name in fields])
        parquet.write_table(schema.empty_table(), out)
        return
    row = table_of(kept.manifest.fields)
    whole = row.filter(row[ASIDE].isnull())
    nothing = table_of(fields).schema()
    given = {
        name: whole[name] if name in kept.manifest.fields else ibis.null(nothing[name]).cast(nothing[name])
        for name in fields
    }
    engine.write(whole.select(**given), {"list": kept.file}, out)
