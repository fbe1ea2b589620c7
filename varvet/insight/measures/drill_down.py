"""From a figure to the records behind it, for those who may see them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Sum
from django.urls import reverse

from varvet.insight.measures.counting import facts_behind, grouped_for, total
from varvet.insight.measures.question import Question
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Confidentiality, Fact, Record
from varvet.kernel.records.registry import Measure, Register, get_measure, get_register

SHOWN = 200


@dataclass(frozen=True)
class Line:
    """A record behind a figure: its number and place, never what it says."""

    reference: str
    unit: str
    status: str
    day: date
    count: int
    href: str


@dataclass(frozen=True)
class Behind:
    """`figure` is the number asked about, a share as 0-1; `lines` are the newest records the reader may open.

    `measures` is the one asked of and those counted with it.

    `others` counts records where the reader does not work, `gone` those removed when their time was out.
    """

    measures: tuple[Measure, ...]
    figure: int | float | None
    lines: list[Line]
    readable: int
    others: int
    gone: int

    @property
    def measure(self) -> Measure:
        return self.measures[0]

    @property
    def cut(self) -> bool:
        return self.readable > len(self.lines)


def behind(question: Question, reader: Reader) -> Behind:
    """Reads only what the reader's scope lets through. KeyError for a measure nobody declares.

    A record that shuts the reader out, in a unit where the reader works, is left out of every number here.
    """
    parts = [_behind(question, get_measure(code), reader) for code in question.measures]
    if len(parts) == 1:
        return parts[0]
    lines = sorted((line for part in parts for line in part.lines), key=lambda line: line.day, reverse=True)
    return Behind(
        measures=tuple(part.measure for part in parts),
        figure=sum(part.figure or 0 for part in parts),
        lines=lines[:SHOWN],
        readable=sum(part.readable for part in parts),
        others=sum(part.others for part in parts),
        gone=sum(part.gone for part in parts),
    )


def _behind(question: Question, measure: Measure, reader: Reader) -> Behind:
    register = get_register(measure.register)
    facts = facts_behind(question, measure)
    records = Record.objects.filter(pk__in=facts.values("record_id"))
    visible = register.visible_to(reader).filter(pk__in=facts.values("record_id"))
    elsewhere = records.exclude(pk__in=visible.values("pk"))
    own = frozenset[int]().union(*(reader.units(permission.code) for permission in register.permissions))
    shut = elsewhere.filter(unit_id__in=own).exclude(confidentiality=Confidentiality.NORMAL)
    told = facts.exclude(record_id__in=shut.values("pk"))
    return Behind(
        measures=(measure,),
        figure=total(measure.value, grouped_for(measure, told)),
        lines=_lines(register, records.filter(pk__in=visible.values("pk")), told),
        readable=visible.count(),
        others=elsewhere.exclude(pk__in=shut.values("pk")).count(),
        gone=_gone(told),
    )


def _lines(register: Register, records: QuerySet[Record], facts: QuerySet[Fact]) -> list[Line]:
    rows = list(records.select_related("unit").order_by("-received_at", "-pk")[:SHOWN])
    counted = facts.filter(record_id__in=[record.pk for record in rows]).order_by()
    counts = dict(counted.values_list("record_id").annotate(Sum("count")))
    return [
        Line(
            reference=record.reference,
            unit=record.unit.name,
            status=register.statuses.get(record.status, record.status),
            day=day_of(record.received_at),
            count=counts[record.pk],
            href=reverse(register.page, args=[record.reference]),
        )
        for record in rows
    ]


def _gone(facts: QuerySet[Fact]) -> int:
    """Facts stay when their record is removed."""
    left = facts.exclude(record_id__in=Record.objects.values("pk")).order_by()
    return left.values("record_id").distinct().count()
