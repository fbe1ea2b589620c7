"""The list as shown: coded values, and what is looked at in general words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Page
from varvet.kernel.records.registry import Clock
from varvet.kernel.ui.lists import address, chips_of, count_text, paging_of, tabs_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import said
from varvet.registers.inspections import actions, queries, rules
from varvet.registers.inspections.models import KIND, Inspection
from varvet.registers.inspections.views import shown_filters
from varvet.registers.inspections.views.shown_steps import Due, due_of, step_of, way_of

TABS = (
    ("open", marked("Pågående")),
    (rules.Status.ANNOUNCED, marked("Aviserade")),
    (rules.Status.FOLLOWING, marked("Följs upp")),
    (rules.Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)


@dataclass(frozen=True)
class Row:
    """A line of the list; `by` is who looks, in the organisation's own words."""

    reference: str
    by: str
    subject: str
    sort: str
    unit: str
    status: str
    status_label: str
    step: int
    steps: int
    day: date
    result: str
    due: Due | None


def row(inspection: Inspection, clock: Clock | None, today: date) -> Row:
    worst = rules.gravest(point.kind for point in inspection.points.all())
    return Row(
        reference=inspection.reference,
        by=inspection.by.label_sv,
        subject=inspection.subject,
        sort=said(rules.SORT_LABELS[inspection.sort]),
        unit=inspection.unit.name,
        status=inspection.status,
        status_label=said(rules.STATUS_LABELS[inspection.status]),
        step=step_of(inspection),
        steps=len(way_of(inspection.sort)),
        day=inspection.day,
        result=said(rules.FINDING_LABELS.get(worst, "")),
        due=due_of(clock, today) if clock else None,
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Inspection]) -> dict[str, object]:
    chosen, narrowing = shown_filters.chosen_of(filters), shown_filters.narrowing(reader, filters)
    tabs = tabs_of(TABS, chosen, filters.status)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    clocks = queries.due_clocks(reader, page.rows)
    return {
        "rows": [row(inspection, clocks.get(inspection.pk), reader.today) for inspection in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "narrowing": narrowing,
        "chips": chips_of(chosen, narrowing.labels()),
        "tabs": with_saved(tabs, reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "file_query": address(chosen) if reader.has(actions.EXPORT) else "",
        "may_register": reader.has(actions.REGISTER),
    }
