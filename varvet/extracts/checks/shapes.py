"""A list check as a value: which rows it is about, what is asked of them, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from varvet.kernel.law.terms import Term


class State(StrEnum):
    """A case's answer. PENDING: open, and its deadline has not come. LEFT: ended another way before its deadline."""

    MET = "met"
    MISSED = "missed"
    PENDING = "pending"
    LEFT = "left"


class Over(StrEnum):
    """Whether a case with a deadline has come to its end, to another end, or is open."""

    ENDED = "ended"
    LEFT = "left"
    OPEN = "open"


class Basis(StrEnum):
    """Which cases a deadline is judged for: those that began in the period, or those that ended in it."""

    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True)
class InTime:
    """From `start` to `end` within the term of the key; `extension` is a day that takes the deadline's place."""

    start: str
    end: str
    term: str
    extension: str = ""
    extension_reason: str = ""


@dataclass(frozen=True)
class Done:
    """Every mark says yes; one that says nothing is a no."""

    marks: tuple[str, ...]


@dataclass(frozen=True)
class Recent:
    """Done at most the term before the period's last day."""

    day: str
    term: str


@dataclass(frozen=True)
class InPeriod:
    """Done on a day of the period, which is a year where a year is asked about."""

    day: str


@dataclass(frozen=True)
class Before:
    """`first` happened on or before the day of `then`, but not longer before it than the term."""

    first: str
    then: str
    term: str


@dataclass(frozen=True)
class StillValid:
    """Made by the period's last day, and not run out on it; without a last day it has not run out."""

    made: str
    until: str


@dataclass(frozen=True)
class Range:
    """A number from `least` to `most`, both included, as `source` recommends."""

    number: str
    least: int
    most: int
    source: str


@dataclass(frozen=True)
class RightDelegate:
    """The role that decided is one that the delegation gives that kind of decision."""

    decision: str
    decided_by: str


Rule = InTime | Done | Recent | InPeriod | Before | StillValid | Range | RightDelegate


@dataclass(frozen=True)
class Apart:
    """Rows that are another matter, counted beside: those whose field holds one of the codes, written small here."""

    field: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """`question` is Swedish. `began`: the day by which a case falls in the period; without one every row counts.

    `only`: a mark that must say yes for the row to be asked about. `current`: cases that are open on the last day.
    """

    name: str
    question: str
    rule: Rule
    began: str = ""
    ended: str = ""
    only: str = ""
    apart: Apart | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """Fields without which it cannot be computed."""
        return tuple(dict.fromkeys(name for name in ("case", self.began, self.only, *needs_of(self.rule)) if name))

    @property
    def uses(self) -> tuple[str, ...]:
        """All fields that it reads where the list has them."""
        rule = self.rule
        extra = (rule.extension, rule.extension_reason, "left") if isinstance(rule, InTime) else ()
        until = (rule.until,) if isinstance(rule, StillValid) else ()
        apart = (self.apart.field,) if self.apart else ()
        wanted = (*self.needs, "person", "sex", "unit", "group", self.ended, *extra, *until, *apart)
        return tuple(dict.fromkeys(name for name in wanted if name))

    @property
    def has_deadline(self) -> bool:
        return isinstance(self.rule, InTime)


def needs_of(rule: Rule) -> tuple[str, ...]:
    match rule:
        case InTime():
            return rule.start, rule.end
        case Done():
            return rule.marks
        case Recent() | InPeriod():
            return (rule.day,)
        case Before():
            return rule.first, rule.then
        case StillValid():
            return (rule.made,)
        case Range():
            return (rule.number,)
        case RightDelegate():
            return rule.decision, rule.decided_by


def term_key(rule: Rule) -> str:
    return rule.term if isinstance(rule, InTime | Recent | Before) else ""


@dataclass(frozen=True)
class Round:
    """One use of a check. `as_of`: the day the list was taken out; `term` in force on the period's last day.

    `delegation`: decision -> the roles that may make it, for the check that asks about it.
    """

    check: Check
    first: date
    last: date
    as_of: date
    basis: Basis = Basis.OPENED
    term: Term | None = None
    delegation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
