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
from varvet.kernel.records.paging import Page
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.lists import address, cases_of, paging_of, status_asked, unit_asked
from varvet.kernel.ui.record_parts import Step, events_of, list_related, steps_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.registers.feedback import queries, rules
from varvet.registers.feedback.models import KIND, Feedback

HAPPENED = {
    "received": marked("Det registrerades."),
    "imported": marked("Ärendet lästes in från tidigare register."),
    "categorised": marked("Ärendet sorterades."),
    "registered": marked("Ärendet diariefördes."),
    "answered": marked("Personen fick svar."),
    "answer_registered": marked("Svaret diariefördes."),
    "closed": marked("Ärendet avslutades."),
    "reopened": marked("Ärendet öppnades igen."),
}
NEXT: dict[str, str] = {
    rules.Status.RECEIVED: marked("Svara personen. Beröm behöver inget svar."),
    rules.Status.ANSWERED: marked("Avsluta när svaret räcker."),
    rules.Status.REOPENED: marked("Svara personen igen."),
    rules.Status.CLOSED: marked("Inget mer ska göras."),
}


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


def step_of(status: str) -> int:
    """1-3 for the steps of the way; what is taken up again is back at the first."""
    if status == rules.Status.REOPENED:
        return 1
    return record_parts.step_of(status, rules.STEPS)


def row(feedback: Feedback) -> Row:
    named = [m.category.label for m in feedback.mentions.all() if m.primary]
    return Row(
        reference=feedback.reference,
        unit=feedback.unit.name,
        sort=rules.SORT_LABELS[feedback.sort],
        about=named[0] if named else _("Typ inte vald än"),
        status=feedback.status,
        status_label=rules.STATUS_LABELS[feedback.status],
        step=step_of(feedback.status),
        received=day_of(feedback.received_at),
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    sort = query.get("slag", "")
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        sort=sort if sort in rules.SORT_LABELS else "",
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Feedback]) -> dict[str, object]:
    chosen: dict[str, str | int] = {"lage": filters.status or "alla", "enhet": filters.unit or "", "slag": filters.sort}
    return {
        "rows": [row(feedback) for feedback in page.rows],
        "paging": paging_of(page, cases_of(page), chosen),
        "tabs": with_saved([], reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "filters": filters,
        "units": reader.list_units("feedback.view"),
        "statuses": rules.STATUS_LABELS,
        "sorts": rules.SORT_LABELS,
    }


def record_page(reader: Reader, feedback: Feedback) -> dict[str, object]:
    waits = feedback.status in rules.UNANSWERED and feedback.sort != rules.Sort.PRAISE
    return {
        "feedback": feedback,
        "row": row(feedback),
        "steps": steps(feedback),
        "channel_label": rules.CHANNEL_LABELS[feedback.channel],
        "words": queries.read_narratives(reader, feedback),
        "mentions": list(feedback.mentions.select_related("category").order_by("-primary", "category__order")),
        "origins": list_related(reader, feedback),
        "next_step": NEXT[feedback.status],
        "events": events_of(feedback, HAPPENED),
        "due": queries.read_answer_by(feedback) if waits else None,
    }


def steps(feedback: Feedback) -> list[Step]:
    days = [day_of(feedback.received_at), feedback.answered_on, feedback.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(feedback.status), today=timezone.localdate())


def capture_units(reader: Reader) -> list[Unit]:
    """Where the person may capture feedback."""
    reader.require("feedback.receive")
    return reader.list_units("feedback.receive")


def capture_start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key and the person's own unit."""
    return fresh(request, units) | {"channel": rules.Channel.SPOKEN}
