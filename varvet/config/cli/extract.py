"""`varvet extract`: lists and logs from other systems are taken in, listed, removed, and made up to try with."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from varvet.config.cli.lists_given import (
    PATH,
    columns_given,
    get_root,
    in_sentences,
    one_of,
    pseudonyms_of,
    write_whole,
)
from varvet.config.cli.lists_shown import kept_lines
from varvet.config.kept_extracts import shelf
from varvet.extracts.generating.running import generate as make_up
from varvet.extracts.shelf.importing import Import, keep
from varvet.extracts.shelf.keeping import list_kept, remove_older
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.manifests import Kept


@click.group()
def command() -> None:
    """Take in lists and logs from other systems. Personal numbers are never kept."""


@command.command("import")
@click.argument("file", type=PATH)
@click.option("--root", required=True, help="Short name of the organisation whose list it is.")
@click.option("--kind", required=True, type=one_of(ExtractKind), help="What the list holds.")
@click.option("--map", "saved", type=PATH, help="A saved choice of columns.")
@click.option("--column", "headings", multiple=True, metavar="FIELD=HEADING", help="Where a field stands.")
@click.option("--save-map", type=PATH, help="Save the choice of columns there.")
@click.option("--source", default="", help="What the system it comes from is called.")
@in_sentences
def take(file: Path, root: str, kind: str, save_map: Path | None, **given: Any) -> None:
    """Read a CSV or XLSX list and keep it with codes in place of persons and cases; say what is wrong with its data."""
    slug = get_root(root).slug
    columns = columns_given(given["source"], given["saved"], given["headings"])
    now = timezone.now()
    asked = Import(file, slug, ExtractKind(kind), columns)
    kept = keep(asked, pseudonyms_of(slug, now.year), shelf(), now)
    for line in kept_lines(kept):
        click.echo(line)
    if save_map:
        write_whole(save_map, kept.manifest.columns.to_json().encode())


@command.command("list")
@click.option("--root", default="", help="Only this organisation's.")
def show(root: str) -> None:
    """The extracts that are kept, the oldest first."""
    for kept in list_kept(shelf(), root):
        click.echo(_line(kept))


@command.command()
@click.option("--older-than", "days", required=True, type=click.IntRange(min=0), help="Days since it was imported.")
@click.option("--root", default="", help="Only this organisation's.")
def remove(days: int, root: str) -> None:
    """Remove extracts that were imported longer ago than a number of days."""
    for kept in remove_older(shelf(), timezone.now() - timedelta(days=days), root):
        click.echo(f"removed {_line(kept)}")


def _line(kept: Kept) -> str:
    told = kept.manifest
    when = timezone.localtime(told.imported_at)
    return f"{told.root:<16} {told.kind.value:<12} {when:%Y-%m-%d %H:%M} {told.used:>12} rows  {told.columns.source}"


@command.command()
@click.option("--rows", required=True, type=click.IntRange(min=1), help="Cases, payments and rows of the log, each.")
@click.option("--seed", required=True, type=int, help="The same number, the same lists.")
@click.option("--out", required=True, type=PATH, help="The folder to write in.")
def generate(rows: int, seed: int, out: Path) -> None:
    """Make up lists as a case system writes them, skewed as real ones are, and the right answers in known.json."""
    for file in make_up(rows, seed, out):
        click.echo(file)
