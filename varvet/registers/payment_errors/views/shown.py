"""A record and the list as shown: coded values in words, what comes next, and the amount for those who handle."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Page
from varvet.kernel.records.registry import Clock
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.lists import count_text, paging_of, tabs_of
from varvet.kernel.ui.record_parts import Step, events_of, steps_of
from varvet.kernel.ui.sentences import said
from varvet.registers.payment_errors import actions, queries, rules
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.rules import Event, Status
from varvet.registers.payment_errors.views.shown_asks import ASKS, HAPPENED

TABS = (
    ("open", marked("Pågående")),
    (Status.RECEIVED, marked("Anmälda")),
    (Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)
FIRST = {Status.RECEIVED: Event.OPEN, Status.INVESTIGATING: Event.COMPLETE}


@dataclass(frozen=True)
class Due:
    """Days or working days left of how many, and the day."""

    left: int
    total: int
    day: date
    counted_in: str


@dataclass(frozen=True)
class Way:
    """A step that can be taken, and where."""

    label: str
    href: str


@dataclass(frozen=True)
class Row:
    """A line of the list."""

    reference: str
    unit: str
    cause: str
    status: str
    status_label: str
    step: int
    received: date
    due: Due | None


def due_of(clock: Clock, today: date) -> Due:
    due, started = due_day_of(clock), start_day_of(clock)
    if clock.counted_in is TermUnit.WORKING_DAYS:
        total = max(1, working_days_between(started, due))
        return Due(working_days_between(today, due), total, due, "workdays")
    return Due((due - today).days, max(1, (due - started).days), due, "days")


def list_page(reader: Reader, filters: queries.Filters, page: Page[PaymentError]) -> dict[str, object]:
    chosen = {"status": filters.status} if filters.status else {}
    clocks = queries.due_clocks(reader, page.rows)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    return {
        "rows": [_row(error, clocks.get(error.pk), reader.today) for error in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "tabs": tabs_of([(status, said(label)) for status, label in TABS], chosen, filters.status),
        "goal": queries.read_goal(reader),
        "may_report": reader.has(actions.REPORT),
    }


def _row(error: PaymentError, clock: Clock | None, today: date) -> Row:
    return Row(
        reference=error.reference,
        unit=error.unit.name,
        cause=said(rules.CAUSE_LABELS.get(error.cause, "")),
        status=error.status,
        status_label=said(rules.STATUS_LABELS[error.status]),
        step=step_of(error.status),
        received=day_of(error.received_at),
        due=due_of(clock, today) if clock else None,
    )


def step_of(status: str) -> int:
    """1-4 for the steps of the way, 0 beside it."""
    return record_parts.step_of(status, rules.STEPS)


def record_page(reader: Reader, error: PaymentError) -> dict[str, object]:
    clock = queries.due_clocks(reader, [error]).get(error.pk)
    return {
        "error": error,
        "handles": queries.can_handle(reader, error),
        "step": step_of(error.status) + (error.status == Status.CLOSED),
        "steps": _steps(error, reader.today),
        "clock": due_of(clock, reader.today) if clock else None,
        "received": day_of(error.received_at),
        "words": queries.read_narratives(reader, error),
        "events": events_of(error, HAPPENED),
        "status_label": said(rules.STATUS_LABELS[error.status]),
        "cause_label": said(rules.CAUSE_LABELS.get(error.cause, "")),
        "channel_label": said(rules.CHANNEL_LABELS[error.channel]),
        "reclaim_label": said(rules.RECLAIM_LABELS.get(error.reclaim, "")),
        "police_label": said(rules.POLICE_LABELS.get(error.police, "")),
        **_next(reader, error),
    }


def _steps(error: PaymentError, today: date) -> list[Step]:
    days = [day_of(error.received_at), error.begun_on, error.completed_on, error.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(error.status), today=today)


def _next(reader: Reader, error: PaymentError) -> dict[str, object]:
    possible = [event for event in Event if queries.can_handle(reader, error) and _may(event, error)]
    items = rules.before_closing(error.progress) if error.status == Status.INVESTIGATED else []
    left = [item for item in items if not item.done]
    wanted = left[0].place if left else FIRST.get(Status(error.status), Event.CLOSE)
    return {
        "first": _way(wanted, error) if wanted in possible else None,
        "others": [_way(event, error) for event in possible if event != wanted],
        "missing": [Way(said(item.sentence), address_of(item.place, error)) for item in left],
        "done": [said(item.sentence) for item in items if item.done],
    }


def _may(event: Event, error: PaymentError) -> bool:
    asked = event not in {Event.RECLAIM, Event.POLICE} or error.cause != rules.Cause.NONE
    return asked and rules.may(event, error.status)


def _way(event: Event, error: PaymentError) -> Way:
    return Way(said(ASKS[event].link), address_of(event, error))


def address_of(event: Event, error: PaymentError) -> str:
    return reverse(f"payment_errors:{event}", args=[error.reference])
