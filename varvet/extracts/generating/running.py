"""Writes the made-up lists as CSV files, and beside them what is right to find."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, product
from pathlib import Path

from varvet.extracts.checks.shapes import Check
from varvet.extracts.checks.shipped import CHECKS, PAYMENT_CHECKS, RIGHTS_CHECKS
from varvet.extracts.fields import label_of
from varvet.extracts.generating import logs
from varvet.extracts.generating.answers import Judge, Value
from varvet.extracts.generating.case_lists import DELEGATION, ROLES, Made, cases
from varvet.extracts.generating.chance import FIRST, LAST, Chance
from varvet.extracts.generating.payments import payments
from varvet.extracts.log_review.lists import FIELDS as LISTS
from varvet.extracts.log_review.lists import LOG_FIELDS

KNOWN = "known.json"
SEXES = {"female": "Kvinna", "male": "Man"}
Write = Callable[[Sequence[str]], object]


def generate(rows: int, seed: int, folder: Path) -> list[Path]:
    """The files: a list of each kind, and the answers. The persons cannot exist."""
    folder.mkdir(parents=True, exist_ok=True)
    known: dict[str, object] = {"from": FIRST.isoformat(), "to": LAST.isoformat(), "month": f"{logs.MONTH:%Y-%m}"}
    checks = _judged(folder / "cases.csv", cases(rows, seed), CHECKS)
    checks |= _judged(folder / "payments.csv", payments(rows, seed), PAYMENT_CHECKS)
    checks |= _judged(folder / "rights.csv", _rights(rows, seed), RIGHTS_CHECKS)
    known |= {"checks": checks, "log_review": _log(folder, rows, seed)}
    _plain(folder / "delegation.csv", ("decision", "decided_by"), ((d, r) for d, rs in DELEGATION.items() for r in rs))
    (folder / KNOWN).write_text(json.dumps(known, indent=1), "utf-8")
    return [*sorted(folder.glob("*.csv")), folder / KNOWN]


def _judged(file: Path, made: Iterable[Made], checks: Sequence[Check]) -> dict[str, Mapping[str, int]]:
    judges = [Judge(check, DELEGATION) for check in checks]
    rows = iter(made)
    first = next(rows)
    with _writing(file) as write:
        write([label_of(name) for name in first.row])
        for item in chain([first], rows):
            write([_cell(name, item.row[name]) for name in first.row])
            _see(judges, item)
    return {check.name: judge.as_dict() for check, judge in zip(checks, judges, strict=True)}


def _see(judges: Iterable[Judge], item: Made) -> None:
    for judge in judges:
        judge.see(item.row, broken=item.broken, comes_again=item.comes_again)


def _cell(name: str, value: Value) -> str:
    """As Swedish systems write it."""
    if name == "amount" and isinstance(value, int):
        return f"{value // 100},{value % 100:02}"
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return SEXES.get(str(value), str(value))


def _rights(rows: int, seed: int) -> Iterator[Made]:
    """What each member of staff can decide in the system; some have what their role was not given."""
    chance, town = Chance(seed, "rights"), logs.town_of(rows)
    staff = ((f"u{number}", ROLES[number % len(ROLES)]) for number in range(town.staff))
    for (code, role), (decision, roles) in product(staff, DELEGATION.items()):
        if role in roles or chance.happens(0.1):
            yield Made({"staff": code, "role": role, "decision": decision}, comes_again=True)


def _log(folder: Path, rows: int, seed: int) -> dict[str, int]:
    town = logs.town_of(rows)
    right = logs.Reviewed(town)
    _plain(folder / "staff.csv", LISTS["staff"], logs.staff_rows(town))
    _plain(folder / "assignments.csv", LISTS["assignments"], logs.assignment_rows(town))
    _plain(folder / "clients.csv", LISTS["cases"], logs.case_rows(town))
    _plain(folder / "protected.csv", LISTS["protected"], logs.protected_rows(town))
    _plain(folder / "log.csv", LOG_FIELDS, _seen(right, logs.openings(rows, seed)))
    return right.answers()


def _seen(right: logs.Reviewed, openings: Iterable[logs.Opening]) -> Iterator[tuple[str, ...]]:
    for opening in openings:
        right.see(opening)
        yield f"u{opening.staff}", f"SN {opening.case}", f"{opening.at:%Y-%m-%d %H:%M}"


def _plain(file: Path, fields: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with _writing(file) as write:
        write([label_of(name) for name in fields])
        for row in rows:
            write(row)


@contextmanager
def _writing(file: Path) -> Iterator[Write]:
    with file.open("w", encoding="utf-8", newline="") as opened:
        yield csv.writer(opened, delimiter=";").writerow
