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
from varvet.registers.lex_sarah import queries, rules
from varvet.registers.lex_sarah.models import LexSarah

HAPPENED = {
    "received": "Rapporten togs emot.",
    "imported": "Ärendet lästes in från tidigare register.",
    "opened": "Utredning inleddes.",
    "not_opened": "Utredning inleddes inte.",
    "completed": "Utredningen blev klar.",
    "decided": "Beslut fattades.",
    "reported_to_authority": "Ärendet anmäldes till IVO.",
    "following_up": "Uppföljningen av åtgärderna började.",
    "closed": "Ärendet avslutades.",
}
NEXT: dict[str, str] = {
    rules.Status.RECEIVED: "Ta ställning till om en utredning ska inledas. Det ska ske genast.",
    rules.Status.OPENED: "Utred vad som hände, varför, och om det kan hända igen.",
    rules.Status.NOT_OPENED: "Inget mer ska göras.",
    rules.Status.INVESTIGATED: "Besluta om det var ett missförhållande.",
    rules.Status.DECIDED: "Anmäl till IVO om det är allvarligt. Följ annars upp åtgärderna.",
    rules.Status.REPORTED: "Följ upp åtgärderna.",
    rules.Status.FOLLOWING_UP: "Avsluta när åtgärderna är gjorda.",
    rules.Status.CLOSED: "Inget mer ska göras.",
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
    """Something that has happened to the case."""

    at: datetime
    sentence: str


def step_of(status: str) -> int:
    """1-6 for the steps of the way, 0 beside it; what the inspectorate was told is still the decision's step."""
    if status == rules.Status.REPORTED:
        return rules.STEPS.index(rules.Status.DECIDED) + 1
    steps = [str(s) for s in rules.STEPS]
    return steps.index(status) + 1 if status in steps else 0


def row(case: LexSarah) -> Row:
    return Row(
        reference=case.reference,
        unit=case.unit.name,
        about=case.category.label_sv if case.category else "Typ inte vald än",
        status=case.status,
        status_label=rules.STATUS_LABELS[case.status],
        step=step_of(case.status),
        received=day_of(case.received_at),
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    status, unit = query.get("lage", "open"), query.get("enhet", "")
    return queries.Filters(
        status=status if status == "open" or status in rules.STATUS_LABELS else "",
        unit=int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 12 else None,
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[LexSarah]) -> dict[str, object]:
    chosen: dict[str, str | int] = {"lage": filters.status or "alla", "enhet": filters.unit or ""}
    return {
        "rows": [row(case) for case in page.rows],
        "paging": paging(page, chosen),
        "filters": filters,
        "units": queries.list_units(reader, "lex_sarah.view"),
        "statuses": rules.STATUS_LABELS,
    }


def paging(page: Page[LexSarah], chosen: dict[str, str | int]) -> Paging:
    """How many there are, and the address of the next page."""
    said = f"{words.integer(page.total)} ärende{'' if page.total == 1 else 'n'}"
    following = f"?{urlencode({**chosen, 'efter': page.after})}" if page.after else ""
    return Paging(f"Minst {said}" if page.total_is_capped else said, next_href=following)


def record_page(reader: Reader, case: LexSarah) -> dict[str, object]:
    return {
        "case": case,
        "row": row(case),
        "steps": steps(case),
        "law_label": rules.LAW_LABELS[case.law],
        "outcome_label": rules.OUTCOME_LABELS.get(case.outcome, ""),
        "not_opened_label": rules.NOT_OPENED_LABELS.get(case.not_opened, ""),
        "words": queries.read_narratives(reader, case),
        "origins": origins(case),
        "next_step": NEXT[case.status],
        "events": events(case),
        "due": queries.investigated_by(case) if case.status in rules.OPEN and not case.completed_on else None,
    }


def steps(case: LexSarah) -> list[Step]:
    days = [day_of(case.received_at), case.opened_on, case.completed_on, case.decided_on, None, case.closed_on]
    today, now = timezone.localdate(), step_of(case.status)
    return [
        Step(rules.STATUS_LABELS[status], words.short_day(day, today) if day and number <= now else "")
        for number, (status, day) in enumerate(zip(rules.STEPS, days, strict=True), 1)
    ]


def origins(case: LexSarah) -> list[Origin]:
    return [
        Origin(record.reference, reverse(get_register(record.kind).page, args=[record.reference]))
        for record in queries.list_origins(case)
    ]


def events(case: LexSarah) -> list[Event]:
    rows = AuditEvent.objects.filter(kind=case.kind, record_id=case.pk).order_by("-pk")[:50]
    return [Event(event.at, HAPPENED.get(event.event, event.event)) for event in rows]


def require(reader: Reader, permission: str) -> None:
    """NotAllowed, with who could, for somebody who has the permission nowhere."""
    if not reader.has(permission):
        able = ", ".join(role.label for role in roles_with(permission))
        raise NotAllowed(f"Din roll kan inte öppna sidan. Det kan: {able}.")


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report."""
    require(reader, "lex_sarah.report")
    return queries.list_units(reader, "lex_sarah.report")


def report_start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key and the person's own unit."""
    reader = request.reader
    own = reader.main_assignment.unit_id if reader.main_assignment else None
    start: dict[str, object] = {"key": key_of(request)}
    return start | {"unit": own} if own in {unit.pk for unit in units} else start
