"""The list as shown: coded values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Page
from varvet.kernel.ui.lists import address, chips_of, count_text, paging_of, tabs_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import said
from varvet.registers.feedback import actions, queries, rules
from varvet.registers.feedback.models import KIND, Feedback
from varvet.registers.feedback.views import shown_filters
from varvet.registers.feedback.views.shown_steps import Due, due_of, step_of

TABS = (
    ("open", marked("Öppna")),
    (rules.Status.RECEIVED, marked("Ska besvaras")),
    (rules.Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)
MOST_OF_ONES_OWN = 100


@dataclass(frozen=True)
class Row:
    """A line of the list: coded values only."""

    reference: str
    unit: str
    sort: str
    about: str
    status: str
    status_label: str
    step: int
    received: date
    added: bool
    due: Due | None


def rows_of(reader: Reader, found: Sequence[Feedback]) -> list[Row]:
    clocks = queries.due_clocks(reader, found)
    return [row(one, due_of(clocks[one.pk], reader.today) if one.pk in clocks else None) for one in found]


def row(feedback: Feedback, due: Due | None = None) -> Row:
    named = [m.category.label for m in feedback.mentions.all() if m.primary]
    return Row(
        reference=feedback.reference,
        unit=feedback.unit.name,
        sort=said(rules.SORT_LABELS[feedback.sort]),
        about=named[0] if named else _("Typ inte vald än"),
        status=feedback.status,
        status_label=said(rules.STATUS_LABELS[feedback.status]),
        step=step_of(feedback.status),
        received=day_of(feedback.received_at),
        added=feedback.added_on is not None,
        due=due,
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Feedback]) -> dict[str, object]:
    chosen, narrowing = shown_filters.chosen_of(filters), shown_filters.narrowing(reader, filters)
    tabs = tabs_of([(status, said(label)) for status, label in TABS], chosen, filters.status)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    return {
        "rows": rows_of(reader, page.rows),
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "narrowing": narrowing,
        "chips": chips_of(chosen, narrowing.labels()),
        "tabs": with_saved(tabs, reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "file_query": address(chosen) if reader.has(queries.EXPORT) else "",
        "may_capture": reader.has(actions.RECEIVE),
        "may_edit_replies": reader.has(actions.EDIT_REPLIES),
        "may_diary": reader.has(queries.DIARY),
    }


def my_rows(reader: Reader) -> list[Row]:
    """What the reader has noted for others, the latest first."""
    found = queries.captured_by(reader).prefetch_related("mentions__category").order_by("-received_at", "-pk")
    return [row(one) for one in found[:MOST_OF_ONES_OWN]]
