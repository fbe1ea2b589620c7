"""A case list of any size with every field that the list checks read, as it is after it was taken in."""

from pathlib import Path

import duckdb

from varvet.extracts.engine import quoted
from varvet.extracts.fields import BY_NAME, FIELDS, Kind
from varvet.extracts.intake import ASIDE, ROW

FIRST_DAY, DAYS = "DATE '2026-01-01'", 360
OPEN_EACH = 12  # one day in so many is empty: not done yet
SINCE = {"received": 0, "opened": 5, "ordered": 0, "decided": 20, "reconsidered": 150}  # days after the first
TAKES = {"assessed": 18, "completed": 150, "plan_made": 30, "carried_out": 120, "extended_to": 200}
LEFT_OUT = ("staff", "role", "at", "first", "last")  # of logs, not of cases


def fields() -> tuple[str, ...]:
    return tuple(field.name for field in FIELDS if field.name not in LEFT_OUT)


def make(folder: Path, rows: int) -> Path:
    """The same rows for the same number."""
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "cases.parquet"
    columns = ", ".join(f'{_value(name)} AS "{name}"' for name in fields())
    query = f"SELECT i + 2 AS {ROW}, NULL::VARCHAR AS {ASIDE}, {columns} FROM range({rows}) t(i)"
    with duckdb.connect(config={"threads": "2"}) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"COPY ({query}) TO {quoted(out)} (FORMAT parquet, COMPRESSION zstd)")
    return out


def _value(name: str) -> str:
    chance = f"hash(i, '{name}')"
    match BY_NAME[name].kind:
        case Kind.CASE | Kind.PERSON:
            return "substr(md5(i::VARCHAR), 1, 12)"
        case Kind.SEX:
            return f"CASE WHEN {chance} % 20 = 0 THEN NULL WHEN {chance} % 2 = 0 THEN 'female' ELSE 'male' END"
        case Kind.MARK:
            return f"{chance} % 5 > 0"
        case Kind.NUMBER:
            return f"({chance} % 5)::BIGINT"
        case Kind.DAY:
            return _day(name, chance)
        case _:
            return f"'{name} ' || {chance} % 12"


def _day(name: str, chance: str) -> str:
    began = f"{FIRST_DAY} + (hash(i) % {DAYS})::INTEGER"
    if name in SINCE:
        return f"{began} + {SINCE[name]}"
    if name == "left":
        return f"CASE WHEN {chance} % 50 = 0 THEN {began} + 30 END"
    return f"CASE WHEN {chance} % {OPEN_EACH} > 0 THEN {began} + ({chance} % {TAKES.get(name, 300)})::INTEGER + 5 END"
