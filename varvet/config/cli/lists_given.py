"""What the commands on lists have in common: whose list it is, which columns, which engine, where to write."""

import importlib
import os
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click
from django.conf import settings

from varvet.config.kept_extracts import shelf
from varvet.extracts.engine import DuckEngine, Engine, Room
from varvet.extracts.mappings import ColumnMap, from_json
from varvet.extracts.pseudonyms import Pseudonyms, key_for
from varvet.extracts.shelf.keeping import list_kept
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import find_root, list_roots
from varvet.kernel.records.errors import RuleBroken, Told

DAY = click.DateTime(["%Y-%m-%d"])
PATH = click.Path(path_type=Path)
P = ParamSpec("P")
R = TypeVar("R")


class EngineName(StrEnum):
    DUCKDB = "duckdb"
    SPARK = "spark"


def one_of(words: type[StrEnum]) -> click.Choice[str]:
    """By the values, which are what people write; Click would take the names."""
    return click.Choice([word.value for word in words])


def in_sentences(does: Callable[P, R]) -> Callable[P, R]:
    """What a rule says no to is told in its own sentence."""

    @wraps(does)
    def told(*args: P.args, **given: P.kwargs) -> R:
        try:
            return does(*args, **given)
        except RuleBroken as broken:
            raise Told(broken.sentence) from broken

    return told


def pseudonyms_of(root: str, year: int) -> Pseudonyms:
    return Pseudonyms(key_for(settings.AUDIT_KEY, root), this_year=year)


def get_root(slug: str) -> Unit:
    root = find_root(slug)
    if root is None:
        known = ", ".join(unit.slug for unit in list_roots())
        raise Told(f"There is no organisation called {slug!r}. Choose one of: {known}.")
    return root


def root_with(kind: ExtractKind, slug: str) -> str:
    """The one that was named, or the only one that has kept lists of the kind."""
    if slug:
        return get_root(slug).slug
    roots = sorted({kept.manifest.root for kept in list_kept(shelf(), kind=kind)})
    if len(roots) == 1:
        return roots[0]
    if roots:
        raise Told(f"Several organisations have such lists. Say which with --root: {', '.join(roots)}.")
    raise Told(f"No list of the kind {kind.value} is kept. Take one in with `varvet extract import`.")


def open_engine(name: str, work: Path) -> Engine:
    """Spark is an extra and starts a Java program, so it is imported when it is asked for."""
    room = Room(work / "engine", readable=[shelf()])
    if name == EngineName.SPARK.value:
        engine: Engine = importlib.import_module("varvet.extracts.spark").SparkEngine(room)
        return engine
    return DuckEngine(room)


def columns_given(source: str, saved: Path | None, headings: Iterable[str]) -> ColumnMap:
    try:
        columns = from_json(saved.read_text("utf-8")) if saved else ColumnMap(source)
    except (OSError, UnicodeDecodeError) as error:
        raise Told(f"{saved} cannot be read.") from error
    for pair in headings:
        columns = columns.with_column(*parted(pair))
    return columns


def parted(pair: str) -> tuple[str, str]:
    left, sign, right = pair.partition("=")
    if not (left and sign and right):
        raise Told("Write a pair with an equals sign between, for example opened=Startdatum.")
    return left, right


def write_whole(out: Path, content: bytes) -> None:
    """For its owner only; what was there before stays until the new is whole."""
    partial = out.with_name(f".{out.name}.{os.getpid()}.partial")
    try:
        partial.touch(mode=0o600)
        partial.write_bytes(content)
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)


def day_of(given: Any) -> date:
    day: date = given.date()
    return day
