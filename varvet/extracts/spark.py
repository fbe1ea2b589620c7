"""The same expressions on Spark, for logs of several municipalities (extra `spark`)."""

import shutil
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import ibis
from pyspark.sql import DataFrame, SparkSession

from varvet.extracts.engine import Room, Sources, sql_of


class SparkEngine:
    """On this machine: nothing listens outside it, and what Spark keeps while it works is in the room's folder."""

    def __init__(self, room: Room) -> None:
        room.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings = {
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.memory": room.memory.replace("B", "").lower(),
            "spark.local.dir": str(room.folder),
            "spark.sql.warehouse.dir": str(room.folder / "warehouse"),
            "spark.sql.session.timeZone": "UTC",
            "spark.sql.shuffle.partitions": str(room.threads * 4),
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        }
        builder = SparkSession.builder.master(f"local[{room.threads}]").appName("varvet")
        for name, value in settings.items():
            builder = builder.config(name, value)
        self._session = builder.getOrCreate()
        self._session.sparkContext.setLogLevel("ERROR")
        self._kept: dict[str, DataFrame] = {}

    def write(self, expression: ibis.Table, sources: Sources, out: Path) -> int:
        """`out` becomes a folder with a part of the rows in each file; how many rows they are together."""
        self._read(sources)
        if out.exists():
            shutil.rmtree(out)
        self._session.sql(sql_of(expression, "pyspark")).write.parquet(str(out))
        written: int = self._session.read.parquet(str(out)).count()
        return written

    def rows(self, expression: ibis.Table, sources: Sources) -> list[tuple[Any, ...]]:
        self._read(sources)
        return [tuple(row) for row in self._session.sql(sql_of(expression, "pyspark")).collect()]

    def keep(self, name: str, expression: ibis.Table, sources: Sources) -> ibis.Table:
        self._read(sources)
        before = self._kept.pop(name, None)
        if before is not None:
            before.unpersist()
        self._kept[name] = self._session.sql(sql_of(expression, "pyspark")).cache()
        self._kept[name].createOrReplaceTempView(name)
        return ibis.table(expression.schema(), name=name)

    def _read(self, sources: Sources) -> None:
        for name, file in sources.items():
            self._session.read.parquet(str(file)).createOrReplaceTempView(name)

    def close(self) -> None:
        self._session.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
