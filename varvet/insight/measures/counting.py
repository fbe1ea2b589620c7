"""Counting: a question becomes a number by adding facts, grouped once per happening and report."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from varvet.insight.measures.lead_times import LeadTime, lead_time
from varvet.insight.measures.question import NARROWED_BY, Question
from varvet.kernel.organisation.models import Below, Unit
from varvet.kernel.records.models import Confidentiality, Fact, Record
from varvet.kernel.records.registry import Measure, Value, get_measure

CODED = tuple(name for name in NARROWED_BY if name != "unit")
SHARES = frozenset({Value.SHARE, Value.REMAINDER_SHARE})


@dataclass(frozen=True)
class Group:
    """Facts that agree in everything coded, added up. `month` is its first day."""

    month: date
    unit_id: int
    coded: tuple[str, ...]
    count: int
    numerator: int
    denominator: int
    wholes: int  # how many of the facts carry a denominator
    parts: int  # how many carry a numerator
    happening: str = ""
    days: int | None = None  # only where days are asked for


@dataclass
class Counter:
    """Answers questions about one root. Each happening is grouped by the database once and kept.

    What the kept months cannot answer is asked of the database: part of a month, days outside `first` to `last`, and
    what had been reached on a later day. `within` names the only units whose facts are kept, for who asks of no other;
    `below` the units at and below those already looked up, by slug.
    """

    root: Unit
    first: date
    last: date
    within: frozenset[int] | None = None
    below: dict[str, frozenset[int]] = field(default_factory=dict)
    _groups: dict[tuple[str, str, str], list[Group]] = field(default_factory=dict)
    _with_days: set[tuple[str, str, str]] = field(default_factory=set)
    _lines: defaultdict[str, set[int]] | None = None

    def answer(self, question: Question) -> int | float | None:
        """The number, a share as 0-1. None where nothing was measured: a share of nothing."""
        measures = [get_measure(code) for code in question.measures]
        return total(measures[0].value, [group for one in measures for group in self.matching(one, question)])

    def part_and_whole(self, question: Question) -> tuple[int, int] | None:
        """What a share is a share of, so that shares can be put together. None where it is not measured."""
        measure = get_measure(question.measure)
        groups = list(self.matching(measure, question))
        part = total(Value.REMAINDER if measure.value is Value.REMAINDER_SHARE else Value.NUMERATOR, groups)
        return None if part is None else (int(part), sum(group.denominator for group in groups))

    def lead_time(self, *questions: Question) -> LeadTime | None:
        """The days of all that the questions count, together. None where none was measured."""
        found = [group for q in questions for group in self.matching(get_measure(q.measure), q)]
        return lead_time(_days_of(found))

    def read(self, measures: Iterable[Measure], readers: str = "") -> None:
        """Reads what many measures count, days too, with one query a register instead of one a happening."""
        wanted = sorted({(measure.register, measure.happening) for measure in measures})
        for register in sorted({register for register, _ in wanted}):
            happenings = [happening for other, happening in wanted if other == register]
            found = grouped(self._facts(register, readers).filter(happening__in=happenings), "happening", "days")
            for happening in happenings:
                key = (register, happening, readers)
                self._groups[key] = [group for group in found if group.happening == happening]
                self._with_days.add(key)

    def matching(self, measure: Measure, question: Question) -> list[Group]:
        """The groups a question counts. ValueError for another root's question."""
        if question.root != self.root.slug:
            raise ValueError(f"asked of {question.root}, counting {self.root.slug}")
        if not self._keeps(question):
            return grouped_for(measure, facts_behind(question, measure))
        conditions = [pair for pair in (*measure.where, *question.where) if pair[0] != "unit"]
        places = [(CODED.index(name), frozenset(values)) for name, values in conditions]
        units = self._units(question)
        return [
            group
            for group in self._grouped(measure, question.readers)
            if question.first <= group.month <= question.last
            and (units is None or group.unit_id in units)
            and all(group.coded[place] in allowed for place, allowed in places)
        ]

    def _keeps(self, question: Question) -> bool:
        whole_months = question.first.day == 1 and (question.last + timedelta(days=1)).day == 1
        inside = self.first <= question.first and question.last <= self.last
        return whole_months and inside and not question.reached and not question.lacks

    def _grouped(self, measure: Measure, readers: str) -> list[Group]:
        key, columns = (measure.register, measure.happening, readers), _columns(measure)
        if key not in self._groups or (columns and key not in self._with_days):
            rows = self._facts(measure.register, readers).filter(happening=measure.happening)
            self._groups[key] = grouped(rows, *columns)
            self._with_days.update({key} if columns else ())
        return self._groups[key]

    def _facts(self, register: str, readers: str) -> QuerySet[Fact]:
        rows = Fact.objects.filter(root=self.root, register=register, day__gte=self.first, day__lte=self.last)
        rows = rows if self.within is None else rows.filter(unit_id__in=self.within)
        return without_shut(rows, self.root.slug) if readers else rows

    def _units(self, question: Question) -> frozenset[int] | None:
        """Ids of the units that every narrowing by unit lets through; None without any."""
        chosen = [values for name, values in question.where if name == "unit"]
        if not chosen:
            return None
        sets = [frozenset().union(*(self._below_slug(slug) for slug in slugs)) for slugs in chosen]
        return frozenset.intersection(*sets)

    def _below_slug(self, slug: str) -> frozenset[int]:
        if slug not in self.below:
            self.below[slug] = self._looked_up(slug)
        return self.below[slug]

    def _looked_up(self, slug: str) -> frozenset[int]:
        """From one table of the root's units: a report names many of them."""
        if self._lines is None:
            self._lines = defaultdict(set)
            rows = Below.objects.filter(ancestor__root=self.root).values_list(
                "ancestor__slug", "ancestor_id", "unit_id"
            )
            for name, ancestor, unit in rows:
                self._lines[name].add(unit)
                self._lines[f"={name}"] |= {unit} if unit == ancestor else set()
        return frozenset(self._lines[slug])


def units_at(root: Unit, slug: str) -> frozenset[int]:
    """Ids of a unit and all below it, or of "=slug" alone: as a figure narrowed to it counts."""
    return frozenset(_units_of(root.slug, slug).values_list("unit_id", flat=True))


def _units_of(root: str, slug: str) -> QuerySet[Below]:
    """The unit and all below it; of "=slug" the unit alone."""
    rows = Below.objects.filter(ancestor__root__slug=root, ancestor__slug=slug.removeprefix("="))
    return rows.filter(unit_id=F("ancestor_id")) if slug.startswith("=") else rows


def _columns(measure: Measure) -> tuple[str, ...]:
    """What the facts of a measure are grouped by beside month, unit and everything coded."""
    return ("days",) if measure.value is Value.MEDIAN_DAYS else ()


def grouped(rows: QuerySet[Fact], *columns: str) -> list[Group]:
    """Facts added up by the database, by month, unit and everything coded; by happening or days too where asked."""
    return [_group(row) for row in _added_up(rows, columns)]


def grouped_for(measure: Measure, rows: QuerySet[Fact]) -> list[Group]:
    """Grouped as finely as the measure's total needs."""
    return grouped(rows, *_columns(measure))


def _added_up(rows: QuerySet[Fact], columns: tuple[str, ...]) -> list[dict[str, Any]]:
    parts = rows.annotate(month=TruncMonth("day")).order_by().values("month", "unit_id", *CODED, *columns)
    return list(
        parts.annotate(
            counted=Sum("count"),
            numerators=Sum("numerator"),
            denominators=Sum("denominator"),
            wholes=Count("denominator"),
            parts=Count("numerator"),
        )
    )


def _group(row: dict[str, Any]) -> Group:
    month = row["month"]
    assert isinstance(month, date)
    return Group(
        month=month,
        unit_id=_whole(row["unit_id"]),
        coded=tuple(str(row[name]) for name in CODED),
        count=_whole(row["counted"]),
        numerator=_whole(row["numerators"]),
        denominator=_whole(row["denominators"]),
        wholes=_whole(row["wholes"]),
        parts=_whole(row["parts"]),
        happening=row.get("happening", ""),
        days=row.get("days"),
    )


def _whole(number: object) -> int:
    return number if isinstance(number, int) else 0


def total(value: Value, groups: Iterable[Group]) -> int | float | None:
    """Adds up as the measure says. A count of nothing is 0; what nobody measured, or only in part, is None."""
    found = list(groups)
    if value is Value.COUNT:
        return sum(group.count for group in found)
    if value is Value.MEDIAN_DAYS:
        took = lead_time(_days_of(found))
        return took.median if took else None
    wholes, parts = sum(group.wholes for group in found), sum(group.parts for group in found)
    whole, part = sum(group.denominator for group in found), sum(group.numerator for group in found)
    if value is Value.DENOMINATOR:
        return whole if wholes else None
    if not parts or parts != wholes:
        return None
    numbers = {Value.NUMERATOR: part, Value.REMAINDER: whole - part}
    if value in numbers:
        return numbers[value]
    if not whole:
        return None
    return part / whole if value is Value.SHARE else (whole - part) / whole


def _days_of(groups: Iterable[Group]) -> list[tuple[int, int]]:
    return [(group.days, group.count) for group in groups if group.days is not None]


def without_shut(rows: QuerySet[Fact], root: str) -> QuerySet[Fact]:
    """Without the facts of records that shut somebody in their unit's line out."""
    shut = Record.objects.filter(root__slug=root).exclude(confidentiality=Confidentiality.NORMAL)
    return rows.exclude(record_id__in=shut.values("pk"))


def facts_behind(question: Question, measure: Measure) -> QuerySet[Fact]:
    """The facts a question counts, for the drill-down and for what had been reached on a later day."""
    rows = Fact.objects.filter(
        root__slug=question.root,
        register=measure.register,
        happening=measure.happening,
        day__gte=question.first,
        day__lte=question.last,
    )
    for name, values in (*measure.where, *question.where):
        if name == "unit":
            chosen = [_units_of(question.root, slug).values("unit_id") for slug in values]
            rows = rows.filter(reduce(or_, (Q(unit_id__in=units) for units in chosen)))
        else:
            rows = rows.filter(**{f"{name}__in": values})
    if question.readers:
        rows = without_shut(rows, question.root)
    if question.reached:
        rows = rows.filter(record_id__in=_records_with(question, measure, question.reached))
    if question.lacks:
        rows = rows.exclude(record_id__in=_records_with(question, measure, question.lacks))
    return rows


def _records_with(question: Question, measure: Measure, happening: str) -> QuerySet[Fact, int]:
    rows = Fact.objects.filter(root__slug=question.root, register=measure.register, happening=happening)
    if question.on:
        rows = rows.filter(day__lte=question.on)
    return rows.values_list("record_id", flat=True)
