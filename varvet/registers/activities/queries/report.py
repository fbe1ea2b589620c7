"""Occasions as lines of the annual report: what was planned, where, and how it went. Never a person."""

from datetime import date

from django.utils.translation import gettext as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import ReportLine
from varvet.registers.activities.models import Occasion
from varvet.registers.activities.rules import STATUS_LABELS


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """Those due in the period, in order."""
    rows = Occasion.objects.filter(root=root, due_on__gte=first, due_on__lte=last, withdrawn=False)
    return [_line(row) for row in rows.select_related("unit", "made").order_by("due_on", "pk")]


def _line(row: Occasion) -> ReportLine:
    return ReportLine(
        record_id=row.pk,
        code=row.reference,
        title=row.name,
        unit_name=row.unit.name,
        quality_areas=(),
        state=STATUS_LABELS[row.status],
        result=_result(row),
        day=row.due_on,
        unit_ids=(row.unit_id,),
    )


def _result(row: Occasion) -> str:
    if row.done_on is None:
        return row.reason
    values = {"day": row.done_on.isoformat(), "made": row.made.reference if row.made else ""}
    return (_("Gjord {day}. {made}") if row.made else _("Gjord {day}.")).format(**values)
