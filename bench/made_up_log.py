"""A made-up access log of any size, skewed as real ones are, with what is wrong in it planted and counted beside."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from varvet.extracts.engine import quoted
from varvet.extracts.log_review.sources import Files

DAYS = 30
FIRST_DAY = "DATE '2026-03-01'"
# Cases a member of staff is assigned to; one case in twenty only for the first half of the month.
EACH, HALF, MIDDLE = 60, 20, 15
STRANGE = 1_000  # one opening in so many is of a case that nobody is assigned to
AT_NIGHT, NIGHTS = 7, 20  # this member of staff makes one opening in twenty at night; nobody else does


@dataclass(frozen=True)
class Log:
    """The files, and what was planted: openings of unassigned cases (staff, case and day counted once)."""

    files: Files
    rows: int
    unassigned: int


def make(folder: Path, rows: int, *, seed: int = 1) -> Log:
    """The same rows for the same number and seed. `rows` a month: a member of staff makes about 3,000."""
    folder.mkdir(parents=True, exist_ok=True)
    staff = max(20, rows // 3_000)
    files = Files(*(folder / f"{name}.parquet" for name in ("log", "cases", "assignments", "staff", "protected")))
    with duckdb.connect(config={"memory_limit": "4GB", "threads": "2", "temp_directory": str(folder)}) as connection:
        connection.execute("SET enable_progress_bar = false")
        _lists(connection, files, staff)
        _log(connection, files, rows, (staff, seed))
        planted = 'SELECT count(*) FROM (SELECT DISTINCT staff, "case", day FROM read_parquet({}) WHERE strange)'
        [unassigned] = connection.execute(planted.format(quoted(files.log))).fetchone() or (0,)
    return Log(files, rows, int(unassigned))


def _code(number: str) -> str:
    """Twelve signs, as pseudonyms have."""
    return f"substr(md5(({number})::VARCHAR), 1, 12)"


def _copy(connection: duckdb.DuckDBPyConnection, query: str, file: Path) -> None:
    connection.execute(f"COPY ({query}) TO {quoted(file)} (FORMAT parquet, COMPRESSION zstd)")


def _lists(connection: duckdb.DuckDBPyConnection, files: Files, staff: int) -> None:
    """Assigned cases are numbered below staff x EACH, and a tenth as many above are nobody's."""
    assigned = staff * EACH
    last = f"CASE WHEN n % {HALF} = 0 THEN {FIRST_DAY} + {MIDDLE - 1} END"
    _copy(
        connection,
        f"SELECT 'u' || (n % {staff}) AS staff, {_code('n')} AS \"case\", {FIRST_DAY} - 200 AS first, {last} AS last "
        f"FROM range({assigned}) t(n)",
        files.assignments,
    )
    person = _code("n // 2 + 1000000000")
    numbers = f"range({assigned * 11 // 10}) t(n)"
    _copy(connection, f'SELECT {_code("n")} AS "case", {person} AS person FROM {numbers}', files.cases)
    role = "CASE WHEN n % 10 = 0 THEN 'jour' WHEN n % 3 = 0 THEN 'chef' ELSE 'handläggare' END"
    person = _code("n * 40 + 1000000000")
    _copy(
        connection,
        f"SELECT 'u' || n AS staff, 'enhet ' || n % 40 AS unit, {role} AS role, {person} AS person "
        f"FROM range({staff}) t(n)",
        files.staff,
    )
    protected = f"SELECT {_code('n * 500 + 1000000000')} AS person FROM range({assigned // 1000 + 1}) t(n)"
    _copy(connection, protected, files.protected)


def _log(connection: duckdb.DuckDBPyConnection, files: Files, rows: int, made: tuple[int, int]) -> None:
    """In the order of time. The few busiest staff and cases stand for much of it, as a square of chance."""
    staff, seed = made
    assigned = staff * EACH
    query = f"""
    WITH drawn AS (
      SELECT i, i * {DAYS} // {rows} AS d, hash(i, {seed}) % 1000003 / 1000003.0 AS u, hash(i, {seed + 1}) AS h
      FROM range({rows}) t(i)
    ), chosen AS (
      SELECT *, floor(u * u * {assigned})::BIGINT AS n, h % {STRANGE} = 0 AS strange FROM drawn
    ), held AS (
      SELECT *, CASE WHEN n % {HALF} = 0 AND d >= {MIDDLE} THEN (n + 1) % {assigned} ELSE n END AS k FROM chosen
    )
    SELECT 'u' || (k % {staff}) AS staff,
      CASE WHEN strange THEN {_code(f"{assigned} + (h // 1009) % {assigned // 10}")} ELSE {_code("k")} END AS "case",
      {FIRST_DAY} + d::INTEGER AS day,
      (((d + 6) % 7) * 24
        + CASE WHEN k % {staff} = {AT_NIGHT} AND h // 7 % {NIGHTS} = 0 THEN 3 ELSE 7 + h // 11 % 11 END)::SMALLINT
        AS hour_of_week,
      strange
    FROM held
    """
    _copy(connection, query, files.log)
