"""What the pages show: values made ready for the templates, and nothing they need not know."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.paging import Page
from varvet.kernel.records.registry import get_register
from varvet.kernel.ui import words
from varvet.kernel.ui.keyed import key_of
from varvet.kernel.ui.lists import Paging
from varvet.registers.feedback import queries, rules
from varvet.registers.feedback.models import Feedback

HAPPENED = {
    "received": "Det registrerades.",
    "imported": "Ärendet lästes in från tidigare register.",
    "categorised": "Ärendet sorterades.",
    "registered": "Ärendet diariefördes.",
    "answered": "Personen fick svar.",
    "answer_registered": "Svaret diariefördes.",
    "closed": "Ärendet avslutades.",
    "reopened": "Ärendet öppnades igen.",
}
NEXT: dict[str, str] = {
    rules.Status.RECEIVED: "Svara personen. Beröm behöver inget svar.",
    rules.Status.ANSWERED: "Avsluta när svaret räcker.",
    rules.Status.REOPENED: "Svara personen igen.",
    rules.Status.CLOSED: "Inget mer ska göras.",
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


@dataclass(frozen=True)
class Step:
    """A step of the way; `when` is the day it was reached as a short text, empty while it lies ahead."""

    label: str
    when: str


@dataclass(frozen=True)
class Origin:
    """Another record this one is tied to, by its reference alone."""

    reference: str
    href: str


@dataclass(frozen=True)
class Event:
    """Something that has happened to the record."""

    at: datetime
    sentence: str


def step_of(status: str) -> int:
    """1-3 for the steps of the way; what is taken up again is back at the first."""
    if status == rules.Status.REOPENED:
        return 1
    return [str(s) for s in rules.STEPS].index(status) + 1


def row(feedback: Feedback) -> Row:
    named = [m.category.label_sv for m in feedback.mentions.all() if m.primary]
    return Row(
        reference=feedback.reference,
        unit=feedback.unit.name,
        sort=rules.SORT_LABELS[feedback.sort],
        about=named[0] if named else "Typ inte vald än",
        status=feedback.status,
        status_label=rules.STATUS_LABELS[feedback.status],
        step=step_of(feedback.status),
        received=day_of(feedback.received_at),
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    status, unit, sort = query.get("lage", "open"), query.get("enhet", ""), query.get("slag", "")
    return queries.Filters(
        status=status if status == "open" or status in rules.STATUS_LABELS else "",
        unit=int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 12 else None,
        sort=sort if sort in rules.SORT_LABELS else "",
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Feedback]) -> dict[str, object]:
    chosen: dict[str, str | int] = {"lage": filters.status or "alla", "enhet": filters.unit or "", "slag": filters.sort}
    return {
        "rows": [row(feedback) for feedback in page.rows],
        "paging": paging(page, chosen),
        "filters": filters,
        "units": queries.list_units(reader, "feedback.view"),
        "statuses": rules.STATUS_LABELS,
        "sorts": rules.SORT_LABELS,
    }


def paging(page: Page[Feedback], chosen: dict[str, str | int]) -> Paging:
    """How many there are, and the address of the next page."""
    said = f"{words.integer(page.total)} ärende{'' if page.total == 1 else 'n'}"
    following = f"?{urlencode({**chosen, 'efter': page.after})}" if page.after else ""
    return Paging(f"Minst {said}" if page.total_is_capped else said, next_href=following)


def record_page(reader: Reader, feedback: Feedback) -> dict[str, object]:
    waits = feedback.status in rules.UNANSWERED and feedback.sort != rules.Sort.PRAISE
    return {
        "feedback": feedback,
        "row": row(feedback),
        "steps": steps(feedback),
        "channel_label": rules.CHANNEL_LABELS[feedback.channel],
        "words": queries.read_narratives(reader, feedback),
        "mentions": list(feedback.mentions.select_related("category").order_by("-primary", "category__order")),
        "origins": origins(feedback),
        "next_step": NEXT[feedback.status],
        "events": events(feedback),
        "due": queries.read_answer_by(feedback) if waits else None,
    }


def steps(feedback: Feedback) -> list[Step]:
    days = [day_of(feedback.received_at), feedback.answered_on, feedback.closed_on]
    today, now = timezone.localdate(), step_of(feedback.status)
    return [
        Step(rules.STATUS_LABELS[status], words.short_day(day, today) if day and number <= now else "")
        for number, (status, day) in enumerate(zip(rules.STEPS, days, strict=True), 1)
    ]


def origins(feedback: Feedback) -> list[Origin]:
    return [
        Origin(record.reference, reverse(get_register(record.kind).page, args=[record.reference]))
        for record in queries.list_origins(feedback)
    ]


def events(feedback: Feedback) -> list[Event]:
    rows = AuditEvent.objects.filter(kind=feedback.kind, record_id=feedback.pk).order_by("-pk")[:50]
    return [Event(event.at, HAPPENED.get(event.event, event.event)) for event in rows]


def require(reader: Reader, permission: str) -> None:
    """NotAllowed, with who could, for somebody who has the permission nowhere."""
    if not reader.has(permission):
        able = ", ".join(role.label for role in roles_with(permission))
        raise NotAllowed(f"Din roll kan inte öppna sidan. Det kan: {able}.")


def capture_units(reader: Reader) -> list[Unit]:
    """Where the person may capture feedback."""
    require(reader, "feedback.receive")
    return queries.list_units(reader, "feedback.receive")


def capture_start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key and the person's own unit."""
    reader = request.reader
    own = reader.main_assignment.unit_id if reader.main_assignment else None
    start: dict[str, object] = {"key": key_of(request), "channel": rules.Channel.SPOKEN}
    return start | {"unit": own} if own in {unit.pk for unit in units} else start
