"""Risks as lines of the annual report: what could happen, where, and how it was scored when the period ended."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.paging import start_of
from varvet.kernel.records.registry import ReportLine
from varvet.registers.risks.models import Happening, Risk, What
from varvet.registers.risks.rules import LEVEL_LABELS, Score


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """Those that were scored by the last day and not closed before the first, the highest first."""
    there = Q(closed_on__isnull=True) | Q(closed_on__gte=first)
    rows = Risk.objects.filter(there, root=root, received_at__lt=start_of(last + timedelta(days=1)))
    risks = rows.select_related("unit").prefetch_related("happenings")
    found = [(risk, *scores_on(risk.happenings.all(), last)) for risk in risks]
    scored = [(risk, before, after) for risk, before, after in found if before is not None]
    ordered = sorted(scored, key=lambda one: (-(one[2] or one[1]).product, one[0].reference))
    return [_line(risk, before, after) for risk, before, after in ordered]


def scores_on(happenings: Iterable[Happening], day: date) -> tuple[Score | None, Score | None]:
    """Before and after what is done, as they stood on the day; scored anew, what was after no longer holds."""
    before = after = None
    for one in sorted(happenings, key=lambda one: (one.on, one.pk)):
        if one.on > day:
            break
        if one.what == What.ASSESSED:
            before, after = one.score, None
        elif one.what == What.TREATED:
            after = one.score
    return before, after


def _line(risk: Risk, before: Score, after: Score | None) -> ReportLine:
    said = _("{before}, efter åtgärd {after}").format(before=before.product, after=after.product if after else "")
    return ReportLine(
        record_id=risk.pk,
        code=risk.reference,
        title=risk.name,
        unit_name=risk.unit.name,
        quality_areas=(),
        state=_(LEVEL_LABELS[(after or before).level]),
        result=said if after else str(before.product),
        day=risk.assessed_on,
        unit_ids=(risk.unit_id,),
    )
