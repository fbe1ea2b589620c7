"""The list as shown: coded values, without texts and amounts, and the year's count beside the goal."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Page
from varvet.kernel.records.registry import Clock
from varvet.kernel.ui.lists import address, chips_of, count_text, paging_of, tabs_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import said
from varvet.registers.payment_errors import actions, queries, rules
from varvet.registers.payment_errors.models import KIND, PaymentError
from varvet.registers.payment_errors.rules import Status
from varvet.registers.payment_errors.views import shown_filters
from varvet.registers.payment_errors.views.shown import Due, due_of, step_of

TABS = (
    ("open", marked("Pågående")),
    (Status.RECEIVED, marked("Anmälda")),
    (Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)


@dataclass(frozen=True)
class Row:
    """A line of the list."""

    reference: str
    unit: str
    cause: str
    status: str
    status_label: str
    step: int
    received: date
    due: Due | None


def list_page(reader: Reader, filters: queries.Filters, page: Page[PaymentError]) -> dict[str, object]:
    chosen, narrowing = shown_filters.chosen_of(filters), shown_filters.narrowing(reader, filters)
    clocks = queries.due_clocks(reader, page.rows)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    tabs = tabs_of(TABS, chosen, filters.status)
    return {
        "rows": [_row(error, clocks.get(error.pk), reader.today) for error in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "narrowing": narrowing,
        "chips": chips_of(chosen, narrowing.labels()),
        "tabs": with_saved(tabs, reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "file_query": address(chosen) if reader.has(actions.EXPORT) else "",
        "goal": queries.read_goal(reader),
        "may_report": reader.has(actions.REPORT),
    }


def _row(error: PaymentError, clock: Clock | None, today: date) -> Row:
    return Row(
        reference=error.reference,
        unit=error.unit.name,
        cause=said(rules.CAUSE_LABELS.get(error.cause, "")),
        status=error.status,
        status_label=said(rules.STATUS_LABELS[error.status]),
        step=step_of(error.status),
        received=day_of(error.received_at),
        due=due_of(clock, today) if clock else None,
    )
