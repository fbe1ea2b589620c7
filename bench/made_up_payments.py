"""A list of payments of any size as it is after it was taken in: some paid twice, undecided, or to a new account."""

from pathlib import Path

import duckdb

from varvet.extracts.engine import quoted
from varvet.extracts.intake import ASIDE, ROW

FIRST_DAY, DAYS = "DATE '2026-01-01'", 360
EACH = 12  # payments a household
TWICE, UNDECIDED, LATE, CHANGED = 250, 150, 200, 100  # one in so many
COLUMNS = {
    "payment": "'U-' || i",
    "case": "substr(md5(k::VARCHAR), 1, 12)",
    "person": "substr(md5((k + 1000000000)::VARCHAR), 1, 12)",
    "sex": "CASE WHEN k % 2 = 0 THEN 'female' ELSE 'male' END",
    "unit": "'unit ' || k % 5",
    "recipient": "substr(md5((k + 2000000000)::VARCHAR), 1, 12)",
    "amount": "(500000 + hash(n, 'amount') % 2000000)::BIGINT",  # in öre
    "paid": f"{FIRST_DAY} + (hash(n, 'paid') % {DAYS})::INTEGER",
    "decided": f"CASE WHEN i % {UNDECIDED} = 0 THEN NULL WHEN i % {LATE} = 0 THEN paid + 3 ELSE paid - 10 END",
    "recipient_changed": f"CASE WHEN hash(n, 'changed') % {CHANGED} = 0 THEN paid - 5 END",
}


def fields() -> tuple[str, ...]:
    return tuple(COLUMNS)


def make(folder: Path, rows: int) -> Path:
    """The same rows for the same number. A payment made twice has the household, amount and day of the one before."""
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "payments.parquet"
    columns = ", ".join(f'{value} AS "{name}"' for name, value in COLUMNS.items())
    query = f"""
    SELECT i + 2 AS {ROW}, NULL::VARCHAR AS {ASIDE}, {columns}
    FROM (SELECT i, n, n % {max(1, rows // EACH)} AS k
      FROM (SELECT i, CASE WHEN i % {TWICE} = 0 AND i > 0 THEN i - 1 ELSE i END AS n FROM range({rows}) t(i)))
    """
    with duckdb.connect(config={"threads": "2"}) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"COPY ({query}) TO {quoted(out)} (FORMAT parquet, COMPRESSION zstd)")
    return out
