"""A month's log against its lists: what must be explained, one line a member of staff and case."""

from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from varvet.extracts.apart import places
from varvet.extracts.apart.asked import MOST_FINDINGS, Opened, Reviewed, ReviewLog, Unlike, Use
from varvet.extracts.engine import DuckEngine, Room, pattern
from varvet.extracts.fields import BY_NAME
from varvet.extracts.intake import TYPES
from varvet.extracts.log_review.lists import FIELDS
from varvet.extracts.log_review.running import Review, review
from varvet.extracts.log_review.sources import LOG, STAFF, Files, of_log

MEMORY = "1GB"
# The gravest first: one's own case, then protected persons, then colleagues, then what nobody had given them.
BY_CASE = """
SELECT staff, "case", min(day), max(day), count(*), sum(times)::BIGINT,
       bool_or(unassigned), bool_or(protected), bool_or(own), bool_or(colleague)
FROM read_parquet(?) GROUP BY staff, "case"
ORDER BY bool_or(own) DESC, bool_or(protected) DESC, bool_or(colleague) DESC, sum(times) DESC, staff, "case"
"""
UNLIKE = """
SELECT staff, coalesce(role, ''), times, coalesce(typical, 0), rare_times, many, rare, unlisted
FROM read_parquet(?) ORDER BY staff
"""


def answer(asked: ReviewLog, _content: bytes) -> Reviewed:
    folder = Path(asked.folder)
    for name, fields in FIELDS.items():
        _complete(folder / f"{name}.parquet", fields)
    with DuckEngine(Room(folder / "engine", MEMORY, readable=[folder])) as engine:
        rows = engine.write(of_log(), {"taken_in": folder / places.LOG}, folder / places.ROWS_OF_LOG)
        files = Files(folder / places.ROWS_OF_LOG, *(folder / f"{name}.parquet" for name in FIELDS))
        return _reviewed(engine, review(files, engine, folder), files, rows)


def _reviewed(engine: DuckEngine, found: Review, files: Files, rows: int) -> Reviewed:
    pairs = engine.ask(BY_CASE, [pattern(found.openings)])
    unlike = engine.ask(UNLIKE, [pattern(found.habits)])
    staff = STAFF.filter(STAFF.staff.notnull()).select("staff").distinct().order_by("staff")
    use = LOG.group_by("staff").agg(times=LOG.count(), cases=LOG["case"].nunique()).order_by("staff")
    return Reviewed(
        log_rows=rows,
        pairs=len(pairs),
        opened=tuple(Opened(*row) for row in pairs[:MOST_FINDINGS]),
        unlike=tuple(Unlike(*row) for row in unlike),
        staff=tuple(code for (code,) in engine.rows(staff, files.sources())),
        use=tuple(Use(*row) for row in engine.rows(use, files.sources())),
    )


def _complete(file: Path, fields: tuple[str, ...]) -> None:
    """A list nobody gave is empty, and a column a list lacks is empty too: the expressions name every one."""
    table = parquet.read_table(file) if file.exists() else pa.table({})
    missing = [name for name in fields if name not in table.column_names]
    for name in missing:
        kind = TYPES.get(BY_NAME[name].kind, pa.string())
        table = table.append_column(name, pa.nulls(table.num_rows, kind))
    if missing:
        parquet.write_table(table, file, compression="zstd")
        file.chmod(0o600)
