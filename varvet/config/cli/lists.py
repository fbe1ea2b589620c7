"""`varvet lists`: checks of lists from the case system, computed from a file."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils import timezone

from varvet.config.cli.lists_shown import result_lines
from varvet.extracts.checks.running import By, ReadList, check_can_run, list_cases, run
from varvet.extracts.checks.shapes import Basis, Check, Round, State, term_key
from varvet.extracts.checks.shipped import BY_NAME, CHECKS
from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.intake import Intake, Order, take_in
from varvet.extracts.mappings import ColumnMap, from_json
from varvet.extracts.pseudonyms import Pseudonyms, key_for
from varvet.kernel.law.terms import NoTerm, Term, shipped_terms, term_on
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.organisation.tree import find_root, list_roots
from varvet.kernel.records.errors import RuleBroken, Told

FOLDER = "extracts"
DAY = click.DateTime(["%Y-%m-%d"])
PATH = click.Path(path_type=Path)


def one_of(words: type[StrEnum]) -> click.Choice[str]:
    """By the values, which are what people write; Click would take the names."""
    return click.Choice([word.value for word in words])


@dataclass(frozen=True)
class Asked:
    """What was asked for on the command line."""

    used: Round
    columns: ColumnMap
    by: By
    root: str


@click.group()
def command() -> None:
    """Check lists from the case system. Personal numbers are never kept."""


@command.command()
def names() -> None:
    """The checks that there are, and the fields each needs."""
    for check in CHECKS:
        click.echo(f"{check.name:<20} {check.question}\n{'':<20} {', '.join(check.needs)}")


@command.command()
@click.argument("file", type=PATH)
@click.option("--as", "check_name", required=True, type=click.Choice(sorted(BY_NAME)), help="Which check.")
@click.option("--from", "first", required=True, type=DAY, help="First day of the period.")
@click.option("--to", "last", required=True, type=DAY, help="Last day of the period.")
@click.option("--as-of", type=DAY, help="The day the list was taken out; today when not given.")
@click.option(
    "--basis",
    type=click.Choice([item.value for item in Basis]),
    default=Basis.OPENED.value,
    help="Which cases: those that began.",
)
@click.option(
    "--by",
    type=one_of(By),
    default=By.GROUP.value,
    help="What is told apart, beside sex.",
)
@click.option("--root", default="", help="Short name of the organisation, for its own terms.")
@click.option("--column", "headings", multiple=True, metavar="FIELD=HEADING", help="Where a field stands.")
@click.option("--map", "saved", type=PATH, help="A saved choice of columns.")
@click.option("--save-map", type=PATH, help="Save the choice of columns there.")
@click.option("--delegate", "delegates", multiple=True, metavar="DECISION=ROLE", help="Who may decide what.")
@click.option("--cases", type=one_of(State), help="Also the codes of the cases with this answer.")
def check(file: Path, save_map: Path | None, cases: str | None, **given: Any) -> None:
    """Read a CSV or XLSX list, say what is wrong with its data, and compute a check."""
    try:
        columns = _check(file, _asked(given), cases)
    except RuleBroken as broken:
        raise Told(broken.sentence) from broken
    if save_map:
        save_map.write_text(columns.to_json(), "utf-8")


def _check(file: Path, asked: Asked, cases: str | None) -> ColumnMap:
    with private_folder() as folder:
        read, intake = _read(file, asked, folder)
        _show(asked, read, intake, cases)
    return intake.columns


def _asked(given: Mapping[str, Any]) -> Asked:
    chosen = BY_NAME[given["check_name"]]
    last = given["last"].date()
    used = Round(
        check=chosen,
        first=given["first"].date(),
        last=last,
        as_of=_day(given["as_of"]),
        basis=Basis(given["basis"]),
        term=_term(chosen, last, given["root"]),
        delegation=_delegation(given["delegates"]),
    )
    return Asked(used, _columns(given["saved"], given["headings"]), By(given["by"]), given["root"])


def _read(file: Path, asked: Asked, folder: Path) -> tuple[ReadList, Intake]:
    pseudonyms = Pseudonyms(key_for(settings.AUDIT_KEY, asked.root), this_year=asked.used.as_of.year)
    intake = take_in(Order(file, asked.columns, asked.used.check.uses), pseudonyms, folder / "list.parquet")
    fields = tuple(column.field for column in intake.columns.columns)
    check_can_run(asked.used, fields)
    return ReadList(intake.file, fields, intake.findings), intake


def _show(asked: Asked, read: ReadList, intake: Intake, cases: str | None) -> None:
    room = Room(read.file.parent / "engine", readable=[read.file.parent])
    with DuckEngine(room) as engine:
        for line in result_lines(run(asked.used, read, engine, asked.by), intake):
            click.echo(line)
        if cases:
            click.echo("\n".join(["", *list_cases(asked.used, read, engine, State(cases))]))


@contextmanager
def private_folder() -> Iterator[Path]:
    """For its owner only, and gone when the work is done."""
    parent: Path = settings.VARVET_DATA / FOLDER
    parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        yield Path(folder)


def _day(given: datetime | None) -> date:
    return given.date() if given else timezone.localdate()


def _term(check: Check, day: date, root: str) -> Term | None:
    """The root's own, or the shipped one; in force on the period's last day."""
    key = term_key(check.rule)
    if not key:
        return None
    try:
        return get_term(key, root=_root(root), on=day) if root else term_on(shipped_terms(), key, day)
    except NoTerm as missing:
        raise Told(f"No term called {key} is in force on {day}.") from missing


def _root(slug: str) -> Any:
    root = find_root(slug)
    if root is None:
        raise Told(f"There is no organisation called {slug!r}. Choose one of: {_known_roots()}.")
    return root


def _known_roots() -> str:
    return ", ".join(unit.slug for unit in list_roots())


def _columns(saved: Path | None, headings: Iterable[str]) -> ColumnMap:
    try:
        columns = from_json(saved.read_text("utf-8")) if saved else ColumnMap("command line")
    except (OSError, UnicodeDecodeError) as error:
        raise Told(f"{saved} cannot be read.") from error
    for pair in headings:
        columns = columns.with_column(*_parted(pair))
    return columns


def _delegation(pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for decision, role in map(_parted, pairs):
        found[decision] = (*found.get(decision, ()), role)
    return found


def _parted(pair: str) -> tuple[str, str]:
    left, sign, right = pair.partition("=")
    if not (left and sign and right):
        raise Told("Write a pair with an equals sign between, for example opened=Startdatum.")
    return left, right
