"""The list as shown: coded values only."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.paging import Page
from varvet.kernel.ui.lists import count_text, paging_of, status_asked, tabs_of, unit_asked
from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.views.shown_steps import step_of

TABS = (
    ("open", "Öppna"),
    (rules.Status.RECEIVED, "Ska bedömas"),
    (rules.Status.ASSESSED, "Bedömda"),
    (rules.Status.CLOSED, "Avslutade"),
    ("", "Alla"),
)


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


def row(deviation: Deviation) -> Row:
    named = [m.category.label_sv for m in deviation.mentions.all() if m.primary]
    return Row(
        reference=deviation.reference,
        unit=deviation.unit.name,
        about=named[0] if named else "Inte bedömd än",
        status=deviation.status,
        status_label=rules.STATUS_LABELS[deviation.status],
        step=step_of(deviation.status),
        received=day_of(deviation.received_at),
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    nature = query.get("slag", "")
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        nature=nature if nature in rules.NATURE_LABELS else "",
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Deviation]) -> dict[str, object]:
    chosen: dict[str, str | int] = {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "slag": filters.nature,
    }
    says = f"{len(page.rows)} av {count_text(page.total)}"
    return {
        "rows": [row(deviation) for deviation in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "filters": filters,
        "tabs": tabs_of(TABS, chosen, filters.status),
        "units": reader.list_units("deviations.view"),
        "natures": rules.NATURE_LABELS,
        "may_tally": reader.has("deviations.tally"),
    }


def require_view(reader: Reader) -> None:
    if not reader.has("deviations.view"):
        raise NotAllowed("Listan läses av dem som handlägger. Dina egna rapporter finns under Mina rapporter.")
