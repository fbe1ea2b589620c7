"""What an inspection counts as: announced, begun, answered in time or not, decided, each finding, closed."""

from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Provider
from varvet.kernel.records.registry import FactRow
from varvet.registers.inspections.facts.measures import MEASURES as MEASURES
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Sort, gravest

RELATED = ("points", "by__list")
HAPPENINGS = ("announced", "received", "answered", "decided", "mention", "closed", "withdrawn")


def facts(inspection: Inspection) -> list[FactRow]:
    """All are counted in the inspection's own unit; `announced` on the day it was written in.

    `outcome` is the gravest of what was found, and of a mention what that finding is. `days` are from the day it
    began. An answer that nobody had set a day for is neither in time nor late.
    """
    rows = [_row(inspection, "announced", day_of(inspection.received_at))] if inspection.expected_on else []
    if inspection.received_on:
        rows += _begun(inspection, inspection.received_on)
    if inspection.withdrawn_on:
        rows.append(_row(inspection, "withdrawn", inspection.withdrawn_on))
    return rows


def _begun(inspection: Inspection, first: date) -> list[FactRow]:
    begun = _row(inspection, "received", first)
    later = {"answered": inspection.answered_on, "decided": inspection.decided_on, "closed": inspection.closed_on}
    happened = [replace(begun, happening=name, day=on, days=(on - first).days) for name, on in later.items() if on]
    return [begun, *(_timed(inspection, row) for row in happened), *_mentions(inspection, begun)]


def _timed(inspection: Inspection, row: FactRow) -> FactRow:
    due = inspection.answer_due_on
    if row.happening != "answered" or due is None:
        return row
    return replace(row, numerator=int(row.day <= due), denominator=1)


def _mentions(inspection: Inspection, begun: FactRow) -> list[FactRow]:
    if inspection.decided_on is None:
        return []
    row = replace(begun, happening="mention", day=inspection.decided_on)
    return [replace(row, outcome=point.kind) for point in inspection.points.all()]


def _row(inspection: Inspection, happening: str, day: date) -> FactRow:
    return FactRow(
        happening=happening,
        day=day,
        unit_id=inspection.unit_id,
        kind=inspection.sort,
        category_list=inspection.by.list.key,
        category=inspection.by.code,
        outcome=gravest(point.kind for point in inspection.points.all()),
        provider=Provider.PRIVATE.value if inspection.sort == Sort.CONTRACT else "",
    )
