"""Inspections as lines of the annual report: who looked at what, what was found, what matters most. Never a person."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import ReportLine
from varvet.kernel.ui.sentences import said
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import FINDING_LABELS, Sort

OUTSIDE = "external"  # as a line's `code` says where it comes from
INSIDE = "internal"
NOT_DECIDED = marked("Inte beslutad")
COLUMNS = (
    "pk",
    "sort",
    "subject",
    "by__label_sv",
    "decided_on",
    "unit_id",
    "unit__name",
    "also__unit_id",
    "points__number",
    "points__kind",
    "points__line",
    "points__important__unit_id",
    "points__important__line",
)


@dataclass
class Told:
    """A point as the rows tell it: its kind and line, and what each unit holds most important."""

    kind: str
    line: str
    important: dict[int, str] = field(default_factory=dict)


@dataclass
class Looked:
    """An inspection as the rows tell it, one of them for each other unit, point and unit that says what matters."""

    row: dict[str, object]
    units: dict[int, None] = field(default_factory=dict)  # in order, its own first
    points: dict[int, Told] = field(default_factory=dict)


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """A line a finding and a way of answering it, in the order they were decided; then those under way.

    `code` says from outside or from inside, `title` what was looked at, `method` who looked, `state` the kind of
    finding, `result` its words, and `goal` what is most important in the units of the line. One query.
    """
    known = Q(decided_on__gte=first, decided_on__lte=last)
    waiting = Q(received_on__lte=last, received_on__gte=first) & (Q(decided_on__isnull=True) | Q(decided_on__gt=last))
    rows = Inspection.objects.filter(known | waiting, root=root, withdrawn_on__isnull=True).exclude(sort=Sort.QUESTIONS)
    ordered = rows.order_by("decided_on", "received_on", "pk", "points__number", "also__unit__sort_key")
    found: dict[int, Looked] = {}
    for row in ordered.values(*COLUMNS):
        _take(found.setdefault(row["pk"], Looked(row, {row["unit_id"]: None})), row)
    late = [one for one in found.values() if not _is_known(one, last)]
    decided = [one for one in found.values() if _is_known(one, last)]
    return [line for one in [*decided, *late] for line in _lines(one, last)]


def _take(looked: Looked, row: dict[str, object]) -> None:
    also, number, unit = row["also__unit_id"], row["points__number"], row["points__important__unit_id"]
    if isinstance(also, int):
        looked.units[also] = None
    if not isinstance(number, int):
        return
    point = looked.points.setdefault(number, Told(str(row["points__kind"]), str(row["points__line"])))
    if isinstance(unit, int):
        point.important[unit] = str(row["points__important__line"])


def _is_known(looked: Looked, last: date) -> bool:
    day = looked.row["decided_on"]
    return isinstance(day, date) and day <= last


def _lines(looked: Looked, last: date) -> Iterator[ReportLine]:
    units = tuple(looked.units)
    if not _is_known(looked, last):
        yield _line(looked, units, state=said(NOT_DECIDED))
        return
    for point in looked.points.values():
        yield from _of_point(looked, point, units)


def _of_point(looked: Looked, point: Told, units: tuple[int, ...]) -> Iterator[ReportLine]:
    """Units that hold different things most important stand apart; those that say nothing stand together."""
    told: dict[str, list[int]] = defaultdict(list)
    for unit in (unit for unit in units if unit in point.important):
        told[point.important[unit]].append(unit)
    silent = tuple(unit for unit in units if unit not in point.important)
    state = said(FINDING_LABELS[point.kind])
    for goal, ids in told.items():
        yield _line(looked, tuple(ids), state=state, result=point.line, goal=goal)
    if silent:
        yield _line(looked, silent, state=state, result=point.line)


def _line(looked: Looked, units: tuple[int, ...], *, state: str, result: str = "", goal: str = "") -> ReportLine:
    row = looked.row
    day, pk = row["decided_on"], row["pk"]
    assert isinstance(pk, int)
    return ReportLine(
        record_id=pk,
        code=OUTSIDE if row["sort"] == Sort.EXTERNAL else INSIDE,
        title=str(row["subject"]),
        unit_name=str(row["unit__name"]),
        quality_areas=(),
        state=state,
        result=result,
        day=day if isinstance(day, date) else None,
        unit_ids=units,
        goal=goal,
        method=str(row["by__label_sv"]),
    )
