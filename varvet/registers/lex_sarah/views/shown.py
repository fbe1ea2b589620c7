"""What the pages show: values made ready for the templates, and nothing they need not know."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.paging import Filters, Page
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.lists import address, cases_of, paging_of, status_asked, unit_asked
from varvet.kernel.ui.record_parts import Step, events_of, list_related, steps_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.registers.lex_sarah import queries, rules
from varvet.registers.lex_sarah.models import KIND, LexSarah

HAPPENED = {
    "received": marked("Rapporten togs emot."),
    "imported": marked("Ärendet lästes in från tidigare register."),
    "opened": marked("Utredning inleddes."),
    "not_opened": marked("Utredning inleddes inte."),
    "completed": marked("Utredningen blev klar."),
    "decided": marked("Beslut fattades."),
    "reported_to_authority": marked("Ärendet anmäldes till IVO."),
    "following_up": marked("Uppföljningen av åtgärderna började."),
    "closed": marked("Ärendet avslutades."),
}
NEXT: dict[str, str] = {
    rules.Status.RECEIVED: marked("Ta ställning till om en utredning ska inledas. Det ska ske genast."),
    rules.Status.OPENED: marked("Utred vad som hände, varför, och om det kan hända igen."),
    rules.Status.NOT_OPENED: marked("Inget mer ska göras."),
    rules.Status.INVESTIGATED: marked("Besluta om det var ett missförhållande."),
    rules.Status.DECIDED: marked("Anmäl till IVO om det är allvarligt. Följ annars upp åtgärderna."),
    rules.Status.REPORTED: marked("Följ upp åtgärderna."),
    rules.Status.FOLLOWING_UP: marked("Avsluta när åtgärderna är gjorda."),
    rules.Status.CLOSED: marked("Inget mer ska göras."),
}


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


def record_page(reader: Reader, case: LexSarah) -> dict[str, object]:
    return {
        "case": case,
        "row": row(case),
        "steps": steps(case),
        "law_label": rules.LAW_LABELS[case.law],
        "outcome_label": rules.OUTCOME_LABELS.get(case.outcome, ""),
        "not_opened_label": rules.NOT_OPENED_LABELS.get(case.not_opened, ""),
        "words": queries.read_narratives(reader, case),
        "origins": list_related(reader, case),
        "next_step": NEXT[case.status],
        "events": events_of(case, HAPPENED),
        "due": queries.investigated_by(case) if case.status in rules.OPEN and not case.completed_on else None,
    }


def steps(case: LexSarah) -> list[Step]:
    days = [day_of(case.received_at), case.opened_on, case.completed_on, case.decided_on, None, case.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(case.status), today=timezone.localdate())


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report."""
    reader.require("lex_sarah.report")
    return reader.list_units("lex_sarah.report")


def report_start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key and the person's own unit."""
    return fresh(request, units)
