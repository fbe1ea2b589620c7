"""Inspections as lines of the annual report: who looked at what, what was found, what matters most. Never a person."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import ReportLine
from varvet.kernel.ui.sentences import said
from varvet.registers.inspections.models import Inspection, Point
from varvet.registers.inspections.rules import FINDING_LABELS, Sort

OUTSIDE = "external"  # as a line's `code` says where it comes from
INSIDE = "internal"
NOT_DECIDED = "Inte beslutad"


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """A line a finding and a way of answering it, in the order they were decided; then those under way.

    `code` says from outside or from inside, `title` what was looked at, `method` who looked, `state` the kind of
    finding, `result` its words, and `goal` what is most important in the units of the line.
    """
    known = Q(decided_on__gte=first, decided_on__lte=last)
    waiting = Q(received_on__lte=last, received_on__gte=first) & (Q(decided_on__isnull=True) | Q(decided_on__gt=last))
    rows = Inspection.objects.filter(known | waiting, root=root, withdrawn_on__isnull=True).exclude(sort=Sort.QUESTIONS)
    rows = rows.select_related("unit", "by").prefetch_related("also", "points__important__unit")
    ordered = rows.order_by("decided_on", "received_on", "reference")
    return [line for inspection in ordered for line in _lines(inspection, last)]


def _lines(inspection: Inspection, last: date) -> Iterator[ReportLine]:
    units = (inspection.unit_id, *(other.unit_id for other in inspection.also.all()))
    if inspection.decided_on is None or inspection.decided_on > last:
        yield _line(inspection, units, state=NOT_DECIDED)
        return
    for point in inspection.points.all():
        yield from _of_point(inspection, point, units)


def _of_point(inspection: Inspection, point: Point, units: tuple[int, ...]) -> Iterator[ReportLine]:
    """Units that hold different things most important stand apart; those that say nothing stand together."""
    told: dict[str, list[int]] = defaultdict(list)
    for important in point.important.all():
        told[important.line].append(important.unit_id)
    silent = tuple(unit for unit in units if unit not in {pk for ids in told.values() for pk in ids})
    state = said(FINDING_LABELS[point.kind])
    for goal, ids in told.items():
        yield _line(inspection, tuple(ids), state=state, result=point.line, goal=goal)
    if silent:
        yield _line(inspection, silent, state=state, result=point.line)


def _line(
    inspection: Inspection, units: tuple[int, ...], *, state: str, result: str = "", goal: str = ""
) -> ReportLine:
    return ReportLine(
        record_id=inspection.pk,
        code=OUTSIDE if inspection.sort == Sort.EXTERNAL else INSIDE,
        title=inspection.subject,
        unit_name=inspection.unit.name,
        quality_areas=(),
        state=state,
        result=result,
        day=inspection.decided_on,
        unit_ids=units,
        goal=goal,
        method=inspection.by.label_sv,
    )
