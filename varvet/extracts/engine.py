"""Runs Ibis expressions over Parquet files: DuckDB embedded here, Spark in `spark.py`; the same answer from both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import duckdb
import ibis

Sources = Mapping[str, Path]  # an expression's tables by name -> Parquet files


@dataclass(frozen=True)
class Room:
    """What an engine may use. `folder`: its files while it works go there, and nowhere else."""

    folder: Path
    memory: str = "4GB"
    threads: int = 2
    readable: Sequence[Path] = field(default=())  # folders with the files that are read and written


class Engine(Protocol):
    def write(self, expression: ibis.Table, sources: Sources, out: Path) -> int:
        """Writes the rows as Parquet; how many they were."""

    def rows(self, expression: ibis.Table, sources: Sources) -> list[tuple[Any, ...]]:
        """For answers that are small."""

    def close(self) -> None:
        """Lets go of all it holds."""

    def keep(self, name: str, expression: ibis.Table, sources: Sources) -> ibis.Table:
        """The rows as a table of the engine, for several questions; it takes the place of one with the same name."""


class DuckEngine:
    """No network, no extensions, and no file outside its room."""

    def __init__(self, room: Room) -> None:
        room.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._connection = duckdb.connect(
            config={
                "memory_limit": room.memory,
                "threads": str(room.threads),
                "temp_directory": str(room.folder),
                "preserve_insertion_order": "false",
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            }
        )
        allowed = [str(folder) for folder in (room.folder, *room.readable)]
        self._connection.execute("SET enable_progress_bar = false")
        self._connection.execute("SET allowed_directories = ?", [allowed])
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def write(self, expression: ibis.Table, sources: Sources, out: Path) -> int:
        self._read(sources)
        sql = f"COPY ({self.said(expression)}) TO {quoted(out)} (FORMAT parquet, COMPRESSION zstd)"
        [count] = self._connection.execute(sql).fetchone() or (0,)
        return int(count)

    def rows(self, expression: ibis.Table, sources: Sources) -> list[tuple[Any, ...]]:
        self._read(sources)
        return self._connection.execute(self.said(expression)).fetchall()

    def keep(self, name: str, expression: ibis.Table, sources: Sources) -> ibis.Table:
        self._read(sources)
        self._connection.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" AS {self.said(expression)}')
        return ibis.table(expression.schema(), name=name)

    def said(self, expression: ibis.Table) -> str:
        """The expression in the words that this engine runs."""
        return sql_of(expression, "duckdb")

    def ask(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """A question in DuckDB's own words, for what is compared with an expression."""
        return self._connection.execute(sql, values).fetchall()

    def in_order(self, file: Path) -> Iterator[tuple[Any, ...]]:
        """Every row of a file, sorted by all its columns; the disk is used for what memory does not hold."""
        result = self._connection.execute("SELECT * FROM read_parquet(?) ORDER BY ALL", [pattern(file)])
        while rows := result.fetchmany(10_000):
            yield from rows

    def _read(self, sources: Sources) -> None:
        for name, file in sources.items():
            self._connection.execute(f'CREATE OR REPLACE TEMP VIEW "{name}" AS FROM read_parquet({quoted(file)})')

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def sql_of(expression: ibis.Table, dialect: str) -> str:
    return _sql_of(expression.op(), dialect)


@lru_cache(maxsize=256)
def _sql_of(operation: Any, dialect: str) -> str:
    """The same question is asked of each check's rows; to say it in SQL takes longer than to answer it."""
    return str(ibis.to_sql(operation.to_expr(), dialect=dialect))


def quoted(file: Path) -> str:
    """As a text in SQL; a folder stands for all Parquet files in it."""
    return "'" + pattern(file).replace("'", "''") + "'"


def pattern(file: Path) -> str:
    return str(file / "*.parquet" if file.is_dir() else file)
