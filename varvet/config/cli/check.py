"""`varvet check`: list checks of a kept extract, or of a file that is read and not kept."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from varvet.config.cli.lists_given import (
    DAY,
    PATH,
    EngineName,
    columns_given,
    day_of,
    get_root,
    in_sentences,
    one_of,
    open_engine,
    parted,
    pseudonyms_of,
    root_with,
    write_whole,
)
from varvet.config.cli.lists_shown import result_lines
from varvet.config.kept_extracts import shelf
from varvet.extracts.checks.running import By, ReadList, check_can_run, list_cases, run
from varvet.extracts.checks.shapes import Basis, Check, RightDelegate, Round, State, term_key
from varvet.extracts.checks.shipped import ALL_CHECKS, BY_NAME
from varvet.extracts.checks.written import to_json
from varvet.extracts.engine import Engine
from varvet.extracts.intake import Order, take_in
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.shelf.keeping import newest, work_folder
from varvet.extracts.shelf.kinds import ExtractKind, kind_read_by
from varvet.extracts.shelf.using import as_read, delegation_of
from varvet.kernel.law.terms import NoTerm, Term, shipped_terms, term_on
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.records.errors import Told


@dataclass(frozen=True)
class Given:
    """The list that is checked. `left_out`: columns that were not taken in."""

    root: str
    read: ReadList
    columns: ColumnMap
    left_out: int
    as_of: date


@click.group()
def command() -> None:
    """Compute checks from lists: deadlines kept, documents there, payments made once."""


@command.command()
def names() -> None:
    """The checks that there are, and the fields each needs."""
    for check in ALL_CHECKS:
        click.echo(f"{check.name:<24} {check.question}\n{'':<24} {', '.join(check.needs)}")


@command.command("run")
@click.argument("name", type=click.Choice(sorted(BY_NAME)))
@click.option("--from", "first", required=True, type=DAY, help="First day of the period.")
@click.option("--to", "last", required=True, type=DAY, help="Last day of the period.")
@click.option("--engine", type=one_of(EngineName), default=EngineName.DUCKDB.value, help="What computes it.")
@click.option("--out", type=PATH, help="Also as JSON, in this file.")
@click.option("--root", default="", help="Short name of the organisation; needed when several have lists.")
@click.option("--file", type=PATH, help="A CSV or XLSX list to read without keeping it; else the newest kept one.")
@click.option("--as-of", type=DAY, help="The day the list was taken out; when not given, the day it was imported.")
@click.option("--basis", type=one_of(Basis), default=Basis.OPENED.value, help="Which cases: those that began or ended.")
@click.option("--by", type=one_of(By), default=By.GROUP.value, help="What is told apart, beside sex.")
@click.option("--column", "headings", multiple=True, metavar="FIELD=HEADING", help="With --file: where a field stands.")
@click.option("--map", "saved", type=PATH, help="With --file: a saved choice of columns.")
@click.option("--save-map", type=PATH, help="Save the choice of columns there.")
@click.option("--delegate", "delegates", multiple=True, metavar="DECISION=ROLE", help="Who may decide what.")
@click.option("--cases", type=one_of(State), help="Also the codes of the cases with this answer.")
@in_sentences
def compute(name: str, **given: Any) -> None:
    """Say what is wrong with a list's data, and compute a check."""
    check = BY_NAME[name]
    with work_folder(shelf()) as work, closing(open_engine(given["engine"], work)) as engine:
        listed = _from_file(check, given, work) if given["file"] else _kept(check, given)
        used = _round(check, given, listed, engine)
        _show(used, listed, engine, given)
    if given["save_map"]:
        write_whole(given["save_map"], listed.columns.to_json().encode())


def _from_file(check: Check, given: Mapping[str, Any], work: Path) -> Given:
    columns = columns_given("command line", given["saved"], given["headings"])
    as_of = day_of(given["as_of"]) if given["as_of"] else timezone.localdate()
    root = get_root(given["root"]).slug if given["root"] else ""
    intake = take_in(Order(given["file"], columns, check.uses), pseudonyms_of(root, as_of.year), work / "list.parquet")
    fields = tuple(column.field for column in intake.columns.columns)
    return Given(root, ReadList(intake.file, fields, intake.findings), intake.columns, intake.left_out, as_of)


def _kept(check: Check, given: Mapping[str, Any]) -> Given:
    kind = kind_read_by(check)
    root = root_with(kind, given["root"])
    kept = newest(shelf(), root, kind)
    if kept is None:
        raise Told(f"{root} has no list of the kind {kind.value}. Take one in with `varvet extract import`.")
    told = kept.manifest
    as_of = day_of(given["as_of"]) if given["as_of"] else timezone.localtime(told.imported_at).date()
    return Given(root, as_read(kept), told.columns, told.left_out, as_of)


def _round(check: Check, given: Mapping[str, Any], listed: Given, engine: Engine) -> Round:
    last = day_of(given["last"])
    used = Round(
        check=check,
        first=day_of(given["first"]),
        last=last,
        as_of=listed.as_of,
        basis=Basis(given["basis"]),
        term=_term(check, last, listed.root),
    )
    check_can_run(used, listed.read.fields)
    if not isinstance(check.rule, RightDelegate):
        return used
    return replace(used, delegation=_pairs(given["delegates"]) or _decided(listed.root, engine))


def _pairs(pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for decision, role in map(parted, pairs):
        found[decision] = (*found.get(decision, ()), role)
    return found


def _decided(root: str, engine: Engine) -> Mapping[str, tuple[str, ...]]:
    kept = newest(shelf(), root, ExtractKind.DELEGATION) if root else None
    if kept is None:
        raise Told("Who may decide what is not known: import a list of the kind delegation, or use --delegate.")
    return delegation_of(kept, engine)


def _term(check: Check, day: date, root: str) -> Term | None:
    """The root's own, or the shipped one; in force on the period's last day."""
    key = term_key(check.rule)
    if not key:
        return None
    try:
        return get_term(key, root=get_root(root), on=day) if root else term_on(shipped_terms(), key, day)
    except NoTerm as missing:
        raise Told(f"No term called {key} is in force on {day}.") from missing


def _show(used: Round, listed: Given, engine: Engine, given: Mapping[str, Any]) -> None:
    result = run(used, listed.read, engine, By(given["by"]))
    for line in result_lines(result, len(listed.columns.columns), listed.left_out):
        click.echo(line)
    if given["cases"]:
        click.echo("\n".join(["", *list_cases(used, listed.read, engine, State(given["cases"]))]))
    if given["out"]:
        write_whole(given["out"], to_json(result).encode())
