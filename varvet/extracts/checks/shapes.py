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

    @property
    def needs(self) -> tuple[str, ...]:
        return self.start, self.end


@dataclass(frozen=True)
class Done:
    """Every mark says yes; one that says nothing is a no."""

    marks: tuple[str, ...]

    @property
    def needs(self) -> tuple[str, ...]:
        return self.marks


@dataclass(frozen=True)
class Recent:
    """Done at most the term before the period's last day."""

    day: str
    term: str

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.day,)


@dataclass(frozen=True)
class InPeriod:
    """Done on a day of the period, which is a year where a year is asked about."""

    day: str

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.day,)


@dataclass(frozen=True)
class Before:
    """`first` happened on or before the day of `then`, but not longer before it than the term."""

    first: str
    then: str
    term: str

    @property
    def needs(self) -> tuple[str, ...]:
        return self.first, self.then


@dataclass(frozen=True)
class StillValid:
    """Made by the period's last day, and not run out on it; without a last day it has not run out."""

    made: str
    until: str

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.made,)


@dataclass(frozen=True)
class Range:
    """A number from `least` to `most`, both included, as `source` recommends."""

    number: str
    least: int
    most: int
    source: str

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.number,)


@dataclass(frozen=True)
class RightDelegate:
    """The role that decided is one that the delegation gives that kind of decision."""

    decision: str
    decided_by: str

    @property
    def needs(self) -> tuple[str, ...]:
        return self.decision, self.decided_by


@dataclass(frozen=True)
class NotAfter:
    """`first` happened, on or before the day of `then`."""

    first: str
    then: str

    @property
    def needs(self) -> tuple[str, ...]:
        return self.first, self.then


@dataclass(frozen=True)
class NotJustBefore:
    """`changed` did not happen within the term before `then`, nor on its day."""

    changed: str
    then: str
    term: str

    @property
    def needs(self) -> tuple[str, ...]:
        return self.changed, self.then


@dataclass(frozen=True)
class Once:
    """No earlier row says the same in all the fields."""

    fields: tuple[str, ...]

    @property
    def needs(self) -> tuple[str, ...]:
        return self.fields


Rule = InTime | Done | Recent | InPeriod | Before | StillValid | Range | RightDelegate | NotAfter | NotJustBefore | Once


@dataclass(frozen=True)
class Apart:
    """Rows that are another matter, counted beside: those whose field holds one of the codes, written small here."""

    field: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """`question` is Swedish. `began`: the day by which a case falls in the period; without one every row counts.

    `only`: a mark that must say yes for the row to be asked about. `about`: what a row points out, for those who look
    behind the figures. `same`: what two rows share with their start when they are one row written twice.
    """

    name: str
    question: str
    rule: Rule
    began: str = ""
    ended: str = ""
    only: str = ""
    apart: Apart | None = None
    about: str = "case"
    same: tuple[str, ...] = ("case",)

    @property
    def needs(self) -> tuple[str, ...]:
        """Fields without which it cannot be computed."""
        return tuple(dict.fromkeys(name for name in (self.about, self.began, self.only, *self.rule.needs) if name))

    @property
    def uses(self) -> tuple[str, ...]:
        """All fields that it reads where the list has them."""
        rule = self.rule
        extra = (rule.extension, rule.extension_reason, "left") if isinstance(rule, InTime) else ()
        until = (rule.until,) if isinstance(rule, StillValid) else ()
        apart = (self.apart.field,) if self.apart else ()
        wanted = (*self.needs, *self.same, "person", "sex", "unit", "group", self.ended, *extra, *until, *apart)
        return tuple(dict.fromkeys(name for name in wanted if name))

    @property
    def filled(self) -> tuple[str, ...]:
        """Cells without which nothing can be said of the row."""
        return (
            *((self.about,) if self.about != "case" else ()),
            *(self.rule.fields if isinstance(self.rule, Once) else ()),
        )

    @property
    def has_deadline(self) -> bool:
        return isinstance(self.rule, InTime)


def term_key(rule: Rule) -> str:
    return rule.term if isinstance(rule, InTime | Recent | Before | NotJustBefore) else ""


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
