"""Counting: a question becomes a number by adding facts, grouped once per happening and report."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from varvet.insight.measures.question import NARROWED_BY, Question
from varvet.kernel.organisation.models import Below, Unit
from varvet.kernel.records.models import Fact
from varvet.kernel.records.registry import Measure, Value, get_measure

CODED = tuple(name for name in NARROWED_BY if name != "unit")


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


@dataclass
class Counter:
    """Answers questions about one root. Each happening is grouped by the database once and kept."""

    root: Unit
    first: date
    last: date
    _groups: dict[tuple[str, str], list[Group]] = field(default_factory=dict)
    _below: dict[str, frozenset[int]] = field(default_factory=dict)

    def answer(self, question: Question) -> int | float | None:
        """The number, a share as 0-1. None where nothing was measured: a share of nothing."""
        measure = get_measure(question.measure)
        if question.reached or question.lacks:
            return _count_of(facts_behind(question, measure))
        return total(measure.value, self.matching(measure, question))

    def matching(self, measure: Measure, question: Question) -> Iterable[Group]:
        conditions = list(measure.where) + [pair for pair in question.where if pair[0] != "unit"]
        places = [CODED.index(name) for name, _ in conditions]
        allowed = [frozenset(values) for _, values in conditions]
        units = self._units(question)
        for group in self._grouped(measure):
            if not question.first <= group.month <= question.last:
                continue
            if units is not None and group.unit_id not in units:
                continue
            if all(group.coded[place] in values for place, values in zip(places, allowed, strict=True)):
                yield group

    def _grouped(self, measure: Measure) -> list[Group]:
        key = (measure.register, measure.happening)
        if key not in self._groups:
            rows = Fact.objects.filter(
                root=self.root, register=key[0], happening=key[1], day__gte=self.first, day__lte=self.last
            )
            self._groups[key] = [_group(row) for row in _added_up(rows)]
        return self._groups[key]

    def _units(self, question: Question) -> frozenset[int] | None:
        slugs = [slug for name, values in question.where if name == "unit" for slug in values]
        if not slugs:
            return None
        return frozenset().union(*(self._below_slug(slug) for slug in slugs))

    def _below_slug(self, slug: str) -> frozenset[int]:
        if slug not in self._below:
            self._below[slug] = frozenset(_units_of(self.root.slug, slug).values_list("unit_id", flat=True))
        return self._below[slug]


def _units_of(root: str, slug: str) -> QuerySet[Below]:
    """The unit and all below it; of "=slug" the unit alone."""
    rows = Below.objects.filter(ancestor__root__slug=root, ancestor__slug=slug.removeprefix("="))
    return rows.filter(unit_id=F("ancestor_id")) if slug.startswith("=") else rows


def _added_up(rows: QuerySet[Fact]) -> list[dict[str, Any]]:
    grouped = rows.annotate(month=TruncMonth("day")).order_by().values("month", "unit_id", *CODED)
    return list(
        grouped.annotate(
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
    )


def _whole(number: object) -> int:
    return number if isinstance(number, int) else 0


def total(value: Value, groups: Iterable[Group]) -> int | float | None:
    """Adds up as the measure says. A count of nothing is 0; what nobody measured, or only in part, is None."""
    found = list(groups)
    if value is Value.COUNT:
        return sum(group.count for group in found)
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


def _count_of(rows: QuerySet[Fact]) -> int:
    return _whole(rows.aggregate(counted=Sum("count"))["counted"])
