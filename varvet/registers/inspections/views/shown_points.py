"""What was found as shown: each point with what matters most, its actions, or why there is none."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import Followed, followed, starts_from
from varvet.registers.inspections import queries, rules
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.queries import PointRead
from varvet.registers.inspections.rules import KNOWN

TAGS = {
    rules.Finding.CRITICISM: "late",
    rules.Finding.REMARK: "soon",
    rules.Finding.RECOMMENDATION: "acc",
    rules.Finding.NOTHING: "",
}


@dataclass(frozen=True)
class Matters:
    """What is most important in a unit."""

    unit: str
    line: str


@dataclass(frozen=True)
class Shown:
    """A point. An address is empty where the reader may not, or need not."""

    number: int
    kind: str
    kind_label: str
    line: str
    important: list[Matters]
    measures: list[Followed]
    hidden: int
    no_action: str
    settled: bool
    measure_href: str
    settle_href: str


def points_of(reader: Reader, inspection: Inspection) -> list[Shown]:
    found = queries.read_points(reader, inspection)
    measures = followed([record for read in found for record in read.actions])
    able = queries.can_handle(reader, inspection) and inspection.status in KNOWN
    return [_shown(reader, inspection, read, measures, able=able) for read in found]


def _shown(
    reader: Reader, inspection: Inspection, read: PointRead, measures: dict[int, Followed], *, able: bool
) -> Shown:
    point = read.point
    asks = able and rules.needs_action(point.kind)
    starts = starts_from(reader, inspection, point.part) if asks else []
    return Shown(
        number=point.number,
        kind=TAGS[rules.Finding(point.kind)],
        kind_label=said(rules.FINDING_LABELS[point.kind]),
        line=point.line,
        important=[Matters(one.unit.name, one.line) for one in point.important.all()],
        measures=[measures[record.pk] for record in read.actions],
        hidden=read.hidden,
        no_action=point.no_action,
        settled=read.settled,
        measure_href=next((one.href for one in starts if one.kind == "improvements"), ""),
        settle_href=reverse("inspections:settle", args=[inspection.reference, point.number]) if asks else "",
    )
