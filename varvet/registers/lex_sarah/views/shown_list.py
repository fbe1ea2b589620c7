"""The list of the units' cases as shown, and how a case is told in one line."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.paging import Filters, Page
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.lists import address, cases_of, paging_of, status_asked, unit_asked
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import KIND, LexSarah


@dataclass(frozen=True)
class Row:
    """A line of the list: coded values only."""

    reference: str
    unit: str
    about: str
    status: str
    status_label: str
    step: int
    received: date


def step_of(status: str) -> int:
    """1-6 for the steps of the way, 0 beside it; what the inspectorate was told is still the decision's step."""
    if status == rules.Status.REPORTED:
        return rules.STEPS.index(rules.Status.DECIDED) + 1
    return record_parts.step_of(status, rules.STEPS)


def row(case: LexSarah) -> Row:
    return Row(
        reference=case.reference,
        unit=case.unit.name,
        about=case.category.label if case.category else _("Typ inte vald än"),
        status=case.status,
        status_label=rules.STATUS_LABELS[case.status],
        step=step_of(case.status),
        received=day_of(case.received_at),
    )


def filters_from(query: QueryDict) -> Filters:
    """What the address says; what it cannot mean is left out."""
    return Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
    )


def list_page(reader: Reader, filters: Filters, page: Page[LexSarah]) -> dict[str, object]:
    chosen: dict[str, str | int] = {"lage": filters.status or "alla", "enhet": filters.unit or ""}
    return {
        "rows": [row(case) for case in page.rows],
        "paging": paging_of(page, cases_of(page), chosen),
        "tabs": with_saved([], reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "filters": filters,
        "units": reader.list_units("lex_sarah.view"),
        "statuses": rules.STATUS_LABELS,
    }
