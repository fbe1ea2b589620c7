"""What is right to find: each row judged by itself in plain Python, as the check's definition reads.

It shares no line with the expressions that are run on engines, so that the two can be held against each other.
"""

import calendar
from collections.abc import Hashable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta

from varvet.extracts.checks.shapes import (
    Before,
    Check,
    Done,
    InPeriod,
    InTime,
    NotAfter,
    NotJustBefore,
    Once,
    Range,
    Recent,
    RightDelegate,
    Rule,
    StillValid,
    term_key,
)
from varvet.extracts.generating.chance import FIRST, LAST
from varvet.kernel.law.days import due
from varvet.kernel.law.terms import Term, TermUnit, shipped_terms, term_on

Value = str | int | bool | date | None
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Answers:
    """How many rows of each; `late_now` are among the missed."""

    met: int = 0
    missed: int = 0
    pending: int = 0
    left: int = 0
    late_now: int = 0
    apart: int = 0
    outside: int = 0
    aside: int = 0


class Judge:
    """Counts the answers to one check while rows go by; the list was taken out on the period's last day."""

    def __init__(self, check: Check, delegation: Mapping[str, tuple[str, ...]]) -> None:
        self._check = check
        self._delegation = delegation
        key = term_key(check.rule)
        self._term = term_on(shipped_terms(), key, LAST) if key else None
        self._seen: set[Hashable] = set()
        self._once: set[Hashable] = set()
        self.counts = Answers()

    def see(self, row: Row, *, broken: bool, comes_again: bool) -> None:
        """`broken`: reading sets it aside. `comes_again`: only such rows can be the first or second of two alike."""
        told = ("aside",) if broken or self._is_aside(row, comes_again) else self._told(row)
        self.counts = replace(self.counts, **{name: getattr(self.counts, name) + 1 for name in told})

    def as_dict(self) -> dict[str, int]:
        return asdict(self.counts)

    def _is_aside(self, row: Row, comes_again: bool) -> bool:  # noqa: FBT001 - passed on from `see`
        start = row.get(self._check.began) if self._check.began else None
        if self._check.began and (not isinstance(start, date) or start > LAST):
            return True
        rule = self._check.rule
        if isinstance(rule, InTime) and _before(row.get(rule.end), start):
            return True
        if any(row.get(name) is None for name in self._check.filled):
            return True
        key = (*(row.get(name) for name in self._check.same), start)
        if not comes_again or None in key[:-1]:
            return False
        known = key in self._seen
        self._seen.add(key)
        return known

    def _told(self, row: Row) -> tuple[str, ...]:
        check = self._check
        start = row.get(check.began) if check.began else FIRST
        asked = not check.only or row.get(check.only) is True
        first_time = self._first_time(row)
        if not asked or not isinstance(start, date) or start < FIRST:
            return ("outside",)
        if check.apart and str(row.get(check.apart.field) or "").strip().lower() in check.apart.codes:
            return ("apart",)
        if isinstance(check.rule, InTime):
            return _in_time(check.rule, row, start, self._needed)
        return ("met",) if first_time and self._holds(check.rule, row) else ("missed",)

    def _first_time(self, row: Row) -> bool:
        if not isinstance(self._check.rule, Once):
            return True
        key = tuple(row.get(name) for name in self._check.rule.fields)
        known = key in self._once
        self._once.add(key)
        return not known

    @property
    def _needed(self) -> Term:
        assert self._term is not None, self._check.name
        return self._term

    def _holds(self, rule: Rule, row: Row) -> bool:
        match rule:
            case Done(marks=marks):
                return all(row.get(mark) is True for mark in marks)
            case Range(number=number, least=least, most=most):
                found = row.get(number)
                return isinstance(found, int) and least <= found <= most
            case RightDelegate(decision=decision, decided_by=decided_by):
                return row.get(decided_by) in self._delegation.get(str(row.get(decision)), ())
            case Once():
                return True
            case _:
                return self._holds_by_day(rule, row)

    def _holds_by_day(self, rule: Rule, row: Row) -> bool:
        match rule:
            case Recent(day=name):
                return _between(row.get(name), _back(LAST, self._needed), LAST)
            case InPeriod(day=name):
                return _between(row.get(name), FIRST, LAST)
            case StillValid(made=made, until=until):
                return _between(row.get(made), date.min, LAST) and not _before(row.get(until), LAST)
            case Before(first=first, then=then):
                day = row.get(then)
                return isinstance(day, date) and _between(row.get(first), _back(day, self._needed), day)
            case NotAfter(first=first, then=then):
                day = row.get(then)
                return isinstance(day, date) and _between(row.get(first), date.min, day)
            case NotJustBefore(changed=changed, then=then):
                day = row.get(then)
                return isinstance(day, date) and not _between(row.get(changed), _back(day, self._needed), day)
            case _:
                raise TypeError(rule)


def _in_time(rule: InTime, row: Row, start: date, term: Term) -> tuple[str, ...]:
    deadline = due(start, term)
    given = row.get(rule.extension)
    if isinstance(given, date) and given > deadline:
        deadline = given
    end, gone = row.get(rule.end), row.get("left")
    if _between(end, date.min, LAST):
        return ("missed",) if _before(deadline, end) else ("met",)
    if end is None and _between(gone, date.min, min(LAST, deadline)):
        return ("left",)
    if deadline >= LAST:
        return ("pending",)
    return ("missed",) if end is None and _between(gone, date.min, LAST) else ("missed", "late_now")


def _back(day: date, term: Term) -> date:
    """The first day of a term that ends on the day; a month's last day where it has none such."""
    if term.unit is TermUnit.DAYS:
        return day - timedelta(days=term.value)
    months = day.year * 12 + day.month - 1 - term.value * (12 if term.unit is TermUnit.YEARS else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _between(day: Value, first: date, last: date) -> bool:
    return isinstance(day, date) and first <= day <= last


def _before(day: Value, other: Value) -> bool:
    return isinstance(day, date) and isinstance(other, date) and day < other
