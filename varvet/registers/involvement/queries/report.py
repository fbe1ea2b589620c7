"""Activities as lines of the annual report: what was done with whom, how many, and what it led to. Never a person."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import ReportLine
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import (
    SORT_LABELS,
    STATUS_LABELS,
    TOOK_PLACE,
    Result,
    Sort,
    Telling,
    is_few,
)

NAMED_BY_WHOM = frozenset({Sort.OTHER})


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """Those held in the period, oldest first, with what was known of them on its last day."""
    rows = Activity.objects.filter(root=root, status__in=TOOK_PLACE, held_on__gte=first, held_on__lte=last)
    ordered = rows.select_related("unit").prefetch_related("also").order_by("held_on", "reference")
    return [_line(activity, last) for activity in ordered]


def _line(activity: Activity, last: date) -> ReportLine:
    return ReportLine(
        record_id=activity.pk,
        code=activity.reference,
        title=_title(activity),
        unit_name=activity.unit.name,
        quality_areas=(),
        state=STATUS_LABELS[activity.status],
        result=" ".join(filter(None, (_people(activity), _result(activity, last), _told(activity, last)))),
        day=activity.held_on,
        unit_ids=(activity.unit_id, *(other.unit_id for other in activity.also.all())),
    )


def _title(activity: Activity) -> str:
    if activity.sort in NAMED_BY_WHOM:
        return activity.whom
    return _("{sort}: {whom}").format(sort=_(SORT_LABELS[activity.sort]), whom=activity.whom)


def _people(activity: Activity) -> str:
    """So few that those around them might know who they were are not counted out."""
    number = activity.took_part
    if not number:
        return ""
    if is_few(number):
        return _("Färre än fem deltog.")
    return ngettext("{number} person deltog.", "{number} personer deltog.", number).format(number=number)


def _result(activity: Activity, last: date) -> str:
    if activity.decided_on is None or activity.decided_on > last:
        return _("Vad det leder till är inte bestämt.")
    wording = _("Det ändrades: {what}") if activity.result == Result.CHANGE else _("Inget ändrades: {why}")
    line = activity.result_line if activity.result_line.endswith((".", "?", "”")) else f"{activity.result_line}."
    return wording.format(what=line, why=line)


def _told(activity: Activity, last: date) -> str:
    if activity.told_on is None or activity.told_on > last:
        return ""
    if activity.told_how == Telling.NOT_POSSIBLE:
        return _("De som deltog gick inte att nå.")
    return _("De som deltog har fått veta det.")
