"""The list as shown: coded values, and the group in general words."""

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
from varvet.registers.involvement import actions, queries, rules
from varvet.registers.involvement.models import KIND, Activity
from varvet.registers.involvement.views import shown_filters
from varvet.registers.involvement.views.shown_steps import Due, due_of, step_of

TABS = (
    ("open", marked("Pågående")),
    (rules.Status.PLANNED, marked("Planerade")),
    (rules.Status.HELD, marked("Genomförda")),
    (rules.Status.CONCLUDED, marked("Avslutade")),
    ("", marked("Alla")),
)


@dataclass(frozen=True)
class Row:
    """A line of the list."""

    reference: str
    whom: str
    sort: str
    unit: str
    status: str
    status_label: str
    step: int
    day: date
    took_part: str
    result: str
    due: Due | None


def row(activity: Activity, clock: Clock | None, today: date) -> Row:
    return Row(
        reference=activity.reference,
        whom=activity.whom,
        sort=said(rules.SORT_LABELS[activity.sort]),
        unit=activity.unit.name,
        status=activity.status,
        status_label=said(rules.STATUS_LABELS[activity.status]),
        step=step_of(activity.status),
        day=activity.day,
        took_part="" if activity.took_part is None else str(activity.took_part),
        result=said(rules.RESULT_LABELS.get(activity.result, "")),
        due=due_of(clock, today) if clock else None,
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Activity]) -> dict[str, object]:
    chosen, narrowing = shown_filters.chosen_of(filters), shown_filters.narrowing(reader, filters)
    tabs = tabs_of(TABS, chosen, filters.status)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    clocks = queries.due_clocks(reader, page.rows)
    return {
        "rows": [row(activity, clocks.get(activity.pk), reader.today) for activity in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "narrowing": narrowing,
        "chips": chips_of(chosen, narrowing.labels()),
        "tabs": with_saved(tabs, reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "file_query": address(chosen) if reader.has("involvement.export") else "",
        "may_record": reader.has(actions.REPORT),
    }
