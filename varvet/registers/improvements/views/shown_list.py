"""The list as shown: what is to be done and how far it has come, never about whom."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Page
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.lists import Tab, address, chips_of, count_text, paging_of, tabs_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.improvements import queries, rules
from varvet.registers.improvements.models import KIND, Improvement
from varvet.registers.improvements.views.shown_filters import chosen_of, narrowing

TABS = (("open", marked("Pågående")), (rules.Status.DONE, marked("Klara")), ("", marked("Alla")))
WAYS = (("list", marked("Lista")), ("board", marked("Tavla")), ("timeline", marked("Tidslinje")))


@dataclass(frozen=True)
class Row:
    """A line of the list. `returns` says for which year in a row, empty when it has not come back."""

    reference: str
    what: str
    unit: str
    areas: str
    status: str
    status_label: str
    step: int
    due: date | None
    returns: str
    effect: str


def row(improvement: Improvement, returning: queries.Returning) -> Row:
    told = returning.told(improvement)
    return Row(
        reference=improvement.reference,
        what=improvement.what,
        unit=improvement.unit.name,
        areas=", ".join(area.quality_area for area in improvement.areas.all()),
        status=improvement.status,
        status_label=rules.STATUS_LABELS[improvement.status],
        step=step_of(improvement.status),
        due=improvement.due_on,
        returns=sentence_of(told) if told else "",
        effect=rules.EFFECT_LABELS.get(improvement.effect, ""),
    )


def step_of(status: str) -> int:
    """1-3 for the steps of the way, 0 beside it."""
    return record_parts.step_of(status, rules.STEPS)


def returning_for(reader: Reader, improvements: list[Improvement]) -> queries.Returning:
    """What comes back in the units of those shown."""
    assert reader.root is not None
    return queries.returning_in(reader.root, {one.unit_id for one in improvements}, reader.today)


def ways(filters: queries.Filters, current: str) -> list[Tab]:
    """The same choice as a list, a board or a timeline."""
    chosen = {name: value for name, value in chosen_of(filters).items() if current == "list" or name != "lage"}
    query = address({name: value for name, value in chosen.items() if name != "lage" or value != "open"})
    return [Tab(_(label), f"{reverse(f'improvements:{name}')}{query}", name == current) for name, label in WAYS]


def list_page(reader: Reader, filters: queries.Filters, page: Page[Improvement]) -> dict[str, object]:
    chosen, selects = chosen_of(filters), narrowing(reader, filters)
    returning = returning_for(reader, page.rows) if page.rows else queries.Returning({})
    return {
        "list": [row(improvement, returning) for improvement in page.rows],
        "ways": ways(filters, "list"),
        "tabs": with_saved(tabs_of(TABS, chosen, filters.status), reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "narrowing": selects,
        "chips": chips_of(chosen, selects.labels()),
        "paging": paging_of(page, _("{number} åtgärder").format(number=count_text(page.total)), chosen),
        "file_query": address(chosen) if reader.has(queries.EXPORT) else "",
        "many_query": address({**chosen, "lage": "open"}),
        "may_decide": reader.has("improvements.edit"),
    }
