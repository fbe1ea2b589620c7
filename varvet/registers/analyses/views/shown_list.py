"""The list as shown: coded values alone."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Filters, Page
from varvet.kernel.ui.lists import (
    Narrowing,
    Select,
    chips_of,
    count_text,
    paging_of,
    status_asked,
    tabs_of,
    unit_asked,
)
from varvet.kernel.ui.record_parts import step_of
from varvet.kernel.ui.sentences import said
from varvet.registers.analyses import actions, rules
from varvet.registers.analyses.models import Analysis

TABS = (
    ("open", marked("Pågående")),
    (rules.Status.APPROVED, marked("Fastställda")),
    ("", marked("Alla")),
)


@dataclass(frozen=True)
class Row:
    reference: str
    title: str
    unit: str
    status: str
    status_label: str
    step: int
    day: date
    offered: bool


def require_list(reader: Reader) -> None:
    """For those who work with analyses, and for the board, which meets what is approved."""
    reader.require(actions.VIEW_APPROVED if reader.has(actions.VIEW_APPROVED) else actions.VIEW)


def filters_from(query: QueryDict) -> Filters:
    return Filters(status=status_asked(query, rules.STATUS_LABELS), unit=unit_asked(query))


def list_page(reader: Reader, filters: Filters, page: Page[Analysis]) -> dict[str, object]:
    chosen: dict[str, str | int] = {"lage": filters.status or "alla", "enhet": filters.unit or ""}
    narrowing = _narrowing(reader, filters)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    return {
        "rows": [_row(one) for one in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "narrowing": narrowing,
        "chips": chips_of(chosen, narrowing.labels()),
        "tabs": tabs_of(TABS, chosen, filters.status),
        "may_start": reader.has(actions.EDIT),
    }


def _narrowing(reader: Reader, filters: Filters) -> Narrowing:
    held = actions.VIEW if reader.has(actions.VIEW) else actions.VIEW_APPROVED
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units(held))
    return Narrowing(
        front=(Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")),),
        kept=(("lage", filters.status or "alla"),),
    )


def _row(analysis: Analysis) -> Row:
    return Row(
        reference=analysis.reference,
        title=analysis.stretch.name,
        unit=analysis.unit.name,
        status=analysis.status,
        status_label=said(rules.STATUS_LABELS[analysis.status]),
        step=step_of(analysis.status, rules.STEPS),
        day=analysis.approved_on or analysis.held_on or analysis.meeting_on,
        offered=analysis.offered_on is not None,
    )
