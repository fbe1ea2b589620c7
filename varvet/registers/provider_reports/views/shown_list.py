"""The list as shown: coded values only."""

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
from varvet.registers.provider_reports import actions, queries, rules
from varvet.registers.provider_reports.models import KIND, ProviderReport
from varvet.registers.provider_reports.views import shown_filters
from varvet.registers.provider_reports.views.shown_steps import Due, due_of, step_of

TABS = (
    ("open", marked("Öppna")),
    (rules.Status.REQUESTED, marked("Väntar på utredning")),
    (rules.Status.INVESTIGATED, marked("Ska bedömas")),
    (rules.Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)


@dataclass(frozen=True)
class Row:
    """A line of the list: coded values only."""

    reference: str
    unit: str
    provider: str
    about: str
    status: str
    status_label: str
    step: int
    received: date
    ours: bool
    due: Due | None


def row(report: ProviderReport, clock: Clock | None, today: date) -> Row:
    return Row(
        reference=report.reference,
        unit=report.unit.name,
        provider=provider_of(report),
        about=report.category.label if report.category else _("Typ inte vald än"),
        status=report.status,
        status_label=said(rules.STATUS_LABELS[report.status]),
        step=step_of(report.status),
        received=day_of(report.received_at),
        ours=report.ours == rules.Known.YES,
        due=due_of(clock, today) if clock else None,
    )


def provider_of(report: ProviderReport) -> str:
    return report.provider.name if report.provider else _("Utföraren är inte skriven än")


def list_page(reader: Reader, filters: queries.Filters, page: Page[ProviderReport]) -> dict[str, object]:
    chosen, narrowing = shown_filters.chosen_of(filters), shown_filters.narrowing(reader, filters)
    tabs = tabs_of([(status, said(label)) for status, label in TABS], chosen, filters.status)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    clocks = queries.due_clocks(reader, page.rows)
    return {
        "rows": [row(report, clocks.get(report.pk), reader.today) for report in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "narrowing": narrowing,
        "chips": chips_of(chosen, narrowing.labels()),
        "tabs": with_saved(tabs, reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "file_query": address(chosen) if reader.has("provider_reports.export") else "",
        "may_register": reader.has(actions.REGISTER),
        "may_edit_providers": reader.has(actions.EDIT_PROVIDERS),
    }
