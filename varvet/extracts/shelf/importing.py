"""A file from another system becomes a kept extract of a root: read, pseudonymised, and put in place whole."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.intake import Intake, Order, take_in
from varvet.extracts.log_review.sources import of_log
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.pseudonyms import Pseudonyms
from varvet.extracts.reading.limits import CHANGED, NO_FILE, unreadable
from varvet.extracts.shelf.keeping import list_kept, put, work_folder
from varvet.extracts.shelf.kinds import FIELDS_OF, ExtractKind, check_is_of
from varvet.extracts.shelf.manifests import LIST, Kept, Manifest

LOG = "log.parquet"


@dataclass(frozen=True)
class Import:
    """What is to be kept, and of whom. `source` of the columns: what the system it comes from is called."""

    file: Path
    root: str
    kind: ExtractKind
    columns: ColumnMap


@dataclass(frozen=True)
class Made:
    """The file that is kept, and what its manifest says of it."""

    file: Path
    rows: int
    first: date | None = None
    last: date | None = None


def keep(asked: Import, pseudonyms: Pseudonyms, shelf: Path, now: datetime) -> Kept:
    """The extract, or the one that is kept already of the same file read in the same way. RuleBroken as `take_in`."""
    with work_folder(shelf) as work:
        order, before = Order(asked.file, asked.columns, FIELDS_OF[asked.kind]), _state(asked.file)
        intake = take_in(order, pseudonyms, work / LIST)
        check_is_of(asked.kind, intake.columns)
        source_hash = _hash(asked.file)
        if _state(asked.file) != before:
            raise unreadable("changed", CHANGED)
        known = _known(asked, intake.columns, source_hash, shelf)
        if known:
            return known
        made = _as_log(intake, work) if asked.kind is ExtractKind.LOG else Made(intake.file, intake.used)
        manifest = Manifest(
            root=asked.root,
            kind=asked.kind,
            columns=intake.columns,
            source_hash=source_hash,
            read=intake.read,
            aside=intake.aside,
            left_out=intake.left_out,
            used=made.rows,
            findings=intake.findings,
            imported_at=now,
            first=made.first,
            last=made.last,
        )
        return put(shelf, made.file, manifest)


def _known(asked: Import, columns: ColumnMap, source_hash: str, shelf: Path) -> Kept | None:
    same = (
        kept
        for kept in list_kept(shelf, asked.root, asked.kind)
        if kept.manifest.source_hash == source_hash and kept.manifest.columns == columns
    )
    return next(same, None)


def _state(file: Path) -> tuple[int, int, int]:
    """Differs when the file is written to, or another takes its name: one still being written is no whole list."""
    try:
        found = file.stat()
    except OSError as error:
        raise unreadable("no_file", NO_FILE) from error
    return found.st_ino, found.st_size, found.st_mtime_ns


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _as_log(intake: Intake, work: Path) -> Made:
    """Day and hour of the week in place of the moment; rows that lack staff, case or moment are left out."""
    log = work / LOG
    log.touch(mode=0o600)
    with DuckEngine(Room(work / "engine", readable=[work])) as engine:
        rows = engine.write(of_log(), {"taken_in": intake.file}, log)
        [(first, last)] = engine.ask("SELECT min(day), max(day) FROM read_parquet(?)", [str(log)])
    log.chmod(0o600)
    return Made(log, rows, first, last)
