"""`varvet log`: a month's access log is reviewed, and staff are drawn to be looked at more closely."""

import secrets
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click

from varvet.config.cli.lists_given import (
    PATH,
    EngineName,
    in_sentences,
    one_of,
    open_engine,
    root_with,
    write_whole,
)
from varvet.config.cli.lists_shown import review_lines
from varvet.config.kept_extracts import shelf
from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.log_review.findings import FindingKind
from varvet.extracts.log_review.running import count_by_kind, review, write_findings
from varvet.extracts.log_review.sources import Days
from varvet.extracts.shelf.keeping import work_folder
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.using import days_of_month, files_to_review, lacking, logs_of, overlapping, staff_of
from varvet.extracts.wordings_of_logs import DRAWN
from varvet.kernel.law.words import Sentence
from varvet.kernel.statistics.drawing import hash_of, order_of_words

FINDINGS = "findings.parquet"
MONTH = click.DateTime(["%Y-%m"])


@click.group()
def command() -> None:
    """Review access logs: who opened which case without a reason to."""


@command.command("review")
@click.option("--month", required=True, type=MONTH, help="As 2026-03.")
@click.option("--root", default="", help="Short name of the organisation; needed when several have logs.")
@click.option("--engine", type=one_of(EngineName), default=EngineName.DUCKDB.value, help="What computes it.")
@click.option("--out", required=True, type=PATH, help="The findings, as a Parquet file.")
@in_sentences
def look(month: datetime, root: str, engine: str, out: Path) -> None:
    """Find openings without an assignment, of protected persons, of own and colleagues' cases, and unusual use."""
    slug, days = root_with(ExtractKind.LOG, root), days_of_month(month.year, month.month)
    with work_folder(shelf()) as work:
        counts = _reviewed(slug, days, engine, work)
        write_whole(out, (work / FINDINGS).read_bytes())
    for line in review_lines(counts, lacking(shelf(), slug), overlaps=overlapping(logs_of(shelf(), slug, days))):
        click.echo(line)


def _reviewed(root: str, days: Days, engine: str, work: Path) -> dict[FindingKind, int]:
    """The chosen engine goes through the log; what it found is little, and DuckDB makes one file of it."""
    with DuckEngine(Room(work / "lists", readable=[shelf()])) as duck:
        files = files_to_review(shelf(), root, days, duck, work)
        with closing(open_engine(engine, work)) as used:
            found = review(files, used, work, days=days)
        write_findings(found, duck, work / FINDINGS)
        return count_by_kind(work / FINDINGS, duck)


@command.command()
@click.option("--month", required=True, type=MONTH, help="As 2026-03.")
@click.option("--root", default="", help="Short name of the organisation; needed when several have staff lists.")
@click.option("--count", required=True, type=click.IntRange(min=1), help="How many of the staff.")
@click.option("--seed", default="", help="The same words, the same draw; made when not given.")
@in_sentences
def draw(month: datetime, root: str, count: int, seed: str) -> None:
    """Draw staff at random from the staff list; the same seed and list draw the same."""
    slug = root_with(ExtractKind.STAFF, root)
    used = seed or secrets.token_hex(8)
    with work_folder(shelf()) as work, DuckEngine(Room(work / "engine", readable=[shelf()])) as engine:
        staff = staff_of(shelf(), slug, engine)
    click.echo(Sentence(DRAWN, {"seed": used, "frame": len(staff), "hash": hash_of(staff)}))
    for code in order_of_words(used, f"log review {month:%Y-%m}").first(staff, count):
        click.echo(code)
