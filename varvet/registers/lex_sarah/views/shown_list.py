"""The list of the units' cases as shown, and how a case is told in one line."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Page
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.lists import (
    Narrowing,
    Select,
    address,
    cases_of,
    chips_of,
    code_asked,
    day_asked,
    one_asked,
    paging_of,
    status_asked,
    tabs_of,
    unit_asked,
)
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import queries, rules
from varvet.registers.lex_sarah.models import KIND, LexSarah

TABS = (
    ("open", marked("Öppna")),
    (rules.Status.RECEIVED, marked("Nya")),
    (rules.Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
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
    joined: bool


def step_of(status: str) -> int:
    """1-6 for the steps of the way, 0 beside it; what the inspectorate was told is still the decision's step."""
    if status in {rules.Status.REPORTED, rules.Status.AUTHORITY_DECIDED}:
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
        joined=case.joined_to_id is not None,
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        first_day=day_asked(query, "fran"),
        last_day=day_asked(query, "till"),
        category=code_asked(query, "typ"),
        law=one_asked(query, "lag", rules.LAW_LABELS),
        outcome=one_asked(query, "beslut", rules.OUTCOME_LABELS),
        investigator=one_asked(query, "utredare", queries.INVESTIGATORS),
    )


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "typ": filters.category,
        "lag": filters.law,
        "beslut": filters.outcome,
        "utredare": filters.investigator,
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
    }


def narrowing(reader: Reader, filters: queries.Filters) -> Narrowing:
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units("lex_sarah.view"))
    types = tuple(queries.list_types_used(reader).items())
    return Narrowing(
        front=(
            Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")),
            Select("typ", _("Typ"), _("Alla typer"), types, filters.category),
            Select("beslut", _("Beslut"), _("Alla beslut"), _said(rules.OUTCOME_LABELS), filters.outcome),
        ),
        more=(
            Select("lag", _("Lag"), _("Båda lagarna"), _said(rules.LAW_LABELS), filters.law),
            Select("utredare", _("Utredare"), _("Alla utredare"), _investigators(), filters.investigator),
        ),
        first_day=filters.first_day,
        last_day=filters.last_day,
        kept=(("lage", filters.status or "alla"),),
    )


def _investigators() -> tuple[tuple[str, str], ...]:
    """Oneself or nobody: the list is not for following one person's work."""
    return (queries.ME, _("Jag utreder")), (queries.NOBODY, _("Ingen är utsedd"))


def _said(labels: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), said(label)) for code, label in labels.items())


def list_page(reader: Reader, filters: queries.Filters, page: Page[LexSarah]) -> dict[str, object]:
    chosen, shown = chosen_of(filters), narrowing(reader, filters)
    tabs = tabs_of([(status, said(label)) for status, label in TABS], chosen, filters.status)
    return {
        "rows": [row(case) for case in page.rows],
        "paging": paging_of(page, cases_of(page), chosen),
        "narrowing": shown,
        "chips": chips_of(chosen, shown.labels()),
        "tabs": with_saved(tabs, reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "may_answer": reader.has("lex_sarah.investigate"),
    }
