"""The list as shown, and how it may be narrowed: coded values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import start_day_of
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Page
from varvet.kernel.ui.lists import (
    Narrowing,
    Select,
    address,
    chips_of,
    code_asked,
    count_text,
    day_asked,
    one_asked,
    paging_of,
    status_asked,
    tabs_of,
    unit_asked,
)
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import said
from varvet.registers.privacy_incidents import queries, rules
from varvet.registers.privacy_incidents.models import KIND, PrivacyIncident
from varvet.registers.privacy_incidents.views.shown_coded import authority_of, level_of
from varvet.registers.privacy_incidents.views.shown_steps import step_of

TABS = (
    ("open", marked("Öppna")),
    (rules.Status.RECEIVED, marked("Ska bedömas")),
    (rules.Status.ASSESSED, marked("Ska beslutas")),
    (rules.Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)
SECONDS_AN_HOUR = 3600


@dataclass(frozen=True)
class Left:
    """Time left of the step it waits for, in days or hours."""

    left: int
    total: int
    unit: str
    day: date


@dataclass(frozen=True)
class Row:
    """A line of the list: coded values only."""

    reference: str
    unit: str
    about: str
    status: str
    status_label: str
    step: int
    level: str
    high: bool
    authority: str
    received: date
    due: Left | None


def row(incident: PrivacyIncident, waits: queries.Waits | None, now: datetime) -> Row:
    return Row(
        reference=incident.reference,
        unit=incident.unit.name,
        about=incident.category.label if incident.category else _("Typ inte vald än"),
        status=incident.status,
        status_label=said(rules.STATUS_LABELS[incident.status]),
        step=step_of(incident.status),
        level=level_of(incident),
        high=incident.level == rules.Level.HIGH,
        authority=authority_of(incident) if incident.status != rules.Status.NOT_INCIDENT else "",
        received=day_of(incident.received_at),
        due=_left(waits, now) if waits else None,
    )


def _left(waits: queries.Waits, now: datetime) -> Left:
    clock, today = waits.clock, timezone.localdate(now)
    if isinstance(clock.due, datetime):
        started = clock.started if isinstance(clock.started, datetime) else now
        left, total = (int((clock.due - since).total_seconds() // SECONDS_AN_HOUR) for since in (now, started))
        return Left(left, max(1, total), "hours", day_of(clock.due))
    first = start_day_of(clock)
    if clock.counted_in is TermUnit.WORKING_DAYS:
        left, total = (working_days_between(since, clock.due) for since in (today, first))
        return Left(left, max(1, total), "workdays", clock.due)
    return Left((clock.due - today).days, max(1, (clock.due - first).days), "days", clock.due)


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        first_day=day_asked(query, "fran"),
        last_day=day_asked(query, "till"),
        type=code_asked(query, "typ"),
        level=one_asked(query, "risk", rules.LEVEL_LABELS),
        notify=one_asked(query, "imy", rules.NOTIFY_LABELS),
        handler=one_asked(query, "handlaggare", queries.HANDLERS),
    )


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "typ": filters.type,
        "risk": filters.level,
        "imy": filters.notify,
        "handlaggare": filters.handler,
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
    }


def narrowing(reader: Reader, filters: queries.Filters) -> Narrowing:
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units(queries.VIEW))
    return Narrowing(
        front=(
            Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")),
            Select("typ", _("Typ"), _("Alla typer"), tuple(queries.list_types(reader)), filters.type),
            Select("risk", _("Risk"), _("Alla grader av risk"), _said(rules.LEVEL_LABELS), filters.level),
        ),
        more=(
            Select("imy", _("Till IMY"), _("Alla beslut"), _said(rules.NOTIFY_LABELS), filters.notify),
            Select("handlaggare", _("Handläggare"), _("Alla handläggare"), _handlers(), filters.handler),
        ),
        first_day=filters.first_day,
        last_day=filters.last_day,
        kept=(("lage", filters.status or "alla"),),
    )


def _handlers() -> tuple[tuple[str, str], ...]:
    """Oneself or nobody: the list is not for following one person's work."""
    return (queries.ME, _("Jag handlägger")), (queries.NOBODY, _("Ingen är utsedd"))


def _said(labels: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), said(label)) for code, label in labels.items())


def rows_of(reader: Reader, incidents: Sequence[PrivacyIncident]) -> list[Row]:
    waiting, now = queries.list_waiting(reader, incidents), timezone.now()
    return [row(incident, waiting.get(incident.pk), now) for incident in incidents]


def list_page(reader: Reader, filters: queries.Filters, page: Page[PrivacyIncident]) -> dict[str, object]:
    chosen, narrowed = chosen_of(filters), narrowing(reader, filters)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    return {
        "rows": rows_of(reader, page.rows),
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "narrowing": narrowed,
        "chips": chips_of(chosen, narrowed.labels()),
        "tabs": with_saved(tabs_of(TABS, chosen, filters.status), reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "file_query": address(chosen) if reader.has(queries.EXPORT) else "",
        "may_report": reader.has("privacy_incidents.report"),
    }
