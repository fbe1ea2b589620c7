"""From a figure to the records behind it, for those who may see them."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from varvet.insight.measures.counting import facts_behind
from varvet.insight.measures.question import Question
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import get_measure, get_register

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
    """`figure` counts everything; `lines` are the records the reader may open; `others` how many counted elsewhere."""

    label: str
    counts: str
    figure: int
    lines: list[Line]
    others: int

    @property
    def cut(self) -> bool:
        return len(self.lines) == SHOWN


def behind(question: Question, reader: Reader) -> Behind:
    """Reads only what the reader's scope lets through. KeyError for a measure nobody declares."""
    measure = get_measure(question.measure)
    facts = facts_behind(question, measure)
    counts: dict[int, int] = {}
    for record_id, count in facts.values_list("record_id", "count"):
        counts[record_id] = counts.get(record_id, 0) + count
    register = get_register(measure.register)
    visible = register.visible_to(reader).filter(pk__in=facts.values("record_id"))
    seen = set(visible.values_list("pk", flat=True))
    rows = Record.objects.filter(pk__in=visible.values("pk")).select_related("unit").order_by("-received_at", "-pk")
    lines = [
        Line(
            reference=record.reference,
            unit=record.unit.name,
            status=register.statuses.get(record.status, record.status),
            day=day_of(record.received_at),
            count=counts[record.pk],
            href=reverse(register.page, args=[record.reference]),
        )
        for record in rows[:SHOWN]
    ]
    figure = sum(counts.values())
    hidden = sum(count for record_id, count in counts.items() if record_id not in seen)
    return Behind(measure.label, measure.counts, figure, lines, hidden)
