"""What is said to Spark gives the same rows as what is said to DuckDB, also where there is no Java.

Each expression is put in Spark's words as the Spark engine does; the words are read back as Spark SQL, by a parser that
knows both dialects, and run on DuckDB. That Spark itself answers so is proven by `test_spark.py`, which needs Java.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import ibis
import pytest
import sqlglot

from bench import made_up_cases, made_up_log, made_up_payments
from bench.extracts import rounds
from varvet.extracts.checks.running import ReadList, run_all
from varvet.extracts.checks.shapes import Check
from varvet.extracts.checks.shipped import CHECKS, PAYMENT_CHECKS
from varvet.extracts.checks.written import to_json
from varvet.extracts.engine import DuckEngine, Room, sql_of
from varvet.extracts.log_review.habits import habits, hours_of
from varvet.extracts.log_review.openings import openings
from varvet.extracts.log_review.running import digest, review
from varvet.extracts.log_review.sources import of_log

ROWS, LISTED = 30_000, 3_000
ONE_OF_A_KIND = tuple({type(check.rule): check for check in reversed(CHECKS)}.values())


class ThroughSpark(DuckEngine):
    """Runs what Spark would be told."""

    def said(self, expression: ibis.Table) -> str:
        [sql] = sqlglot.transpile(sql_of(expression, "pyspark"), read="spark", write="duckdb")
        return sql


def both(folder: Path) -> list[DuckEngine]:
    return [kind(Room(folder / kind.__name__, readable=[folder])) for kind in (DuckEngine, ThroughSpark)]


def test_the_log_review_is_the_same(tmp_path: Path) -> None:
    log = made_up_log.make(tmp_path / "log", ROWS)
    found = []
    for number, engine in enumerate(both(tmp_path)):
        (tmp_path / str(number)).mkdir()
        with closing(engine):
            made = review(log.files, engine, tmp_path / str(number))
            found.append((made.opened, made.people, digest(made.openings, engine), digest(made.habits, engine)))
    assert found[0] == found[1]
    assert found[0][0] > 0
    assert found[0][1] > 0


@pytest.mark.parametrize(
    ("checks", "make", "fields"),
    [
        (ONE_OF_A_KIND, made_up_cases.make, made_up_cases.fields()),
        (PAYMENT_CHECKS, made_up_payments.make, made_up_payments.fields()),
    ],
    ids=["cases", "payments"],
)
def test_every_kind_of_check_is_the_same(
    tmp_path: Path, checks: tuple[Check, ...], make: Callable[[Path, int], Path], fields: tuple[str, ...]
) -> None:
    given = ReadList(make(tmp_path, LISTED), fields)
    said = []
    for engine in both(tmp_path):
        with closing(engine):
            said.append([to_json(result) for result in run_all(rounds(checks), given, engine)])
    assert said[0] == said[1]
    assert len(said[0]) == len(checks)


@pytest.mark.parametrize("expression", [of_log(), openings(), habits(hours_of())], ids=["of_log", "openings", "habits"])
def test_the_words_differ_where_the_dialects_do(expression: ibis.Table) -> None:
    """Else the two would be proven equal by being one."""
    spoken = sql_of(expression, "pyspark")
    assert spoken != sql_of(expression, "duckdb")
    assert "`" in spoken
