"""Legal and local terms with unit, source, validity and how each was checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from varvet.kernel.law import shipped
from varvet.kernel.law.shipped import HowChecked

TERMS_FILE = "terms.json"


class TermUnit(StrEnum):
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True)
class Term:
    """How long something may take. Valid from and to, both days included; None where no border is known."""

    key: str
    label: str
    value: int
    unit: TermUnit
    source: str
    valid_from: date | None
    valid_to: date | None
    status: HowChecked
    verified_on: date | None
    exception: str = ""
    note: str = ""
    local: bool = False


class NoTerm(LookupError):
    """No row holds for the key on the day: a key nobody has, or a day before the term existed."""

    def __init__(self, key: str, day: date) -> None:
        super().__init__(f"no term {key!r} on {day.isoformat()}")


def holds_on(term: Term, day: date) -> bool:
    started = term.valid_from is None or term.valid_from <= day
    return started and (term.valid_to is None or day <= term.valid_to)


def may_be_extended(term: Term) -> bool:
    """What is set locally may, and what the law itself knows an exception from; hours never."""
    return term.unit is not TermUnit.HOURS and (term.local or bool(term.exception))


def may_be_paused(term: Term) -> bool:
    """Only what is set locally; hours never."""
    return term.unit is not TermUnit.HOURS and term.local


def is_certain(term: Term) -> bool:
    """Only what was seen in the statute text may be shown without a warning."""
    return term.status.certain


def term_on(terms: Iterable[Term], key: str, day: date) -> Term:
    """The row that holds on a day; where several do, the one that began last. NoTerm where none does."""
    holding = [term for term in terms if term.key == key and holds_on(term, day)]
    if not holding:
        raise NoTerm(key, day)
    return max(holding, key=lambda term: term.valid_from or date.min)


@cache
def shipped_terms() -> tuple[Term, ...]:
    checked = shipped.verified_on(TERMS_FILE)
    return tuple(_term(row, checked) for row in shipped.read(TERMS_FILE)["terms"])


@cache
def term_keys() -> tuple[str, ...]:
    """Every key once, in the order of the file."""
    return tuple(dict.fromkeys(term.key for term in shipped_terms()))


def _term(row: dict[str, Any], checked: date) -> Term:
    return Term(
        key=row["key"],
        label=row["label"],
        value=row["value"],
        unit=TermUnit(row["unit"]),
        source=row["source"],
        valid_from=shipped.day(row.get("valid_from")),
        valid_to=shipped.day(row.get("valid_to")),
        status=HowChecked(row["status"]),
        verified_on=checked,
        exception=row.get("exception", ""),
        note=row.get("note", ""),
        local=row.get("local", False),
    )
