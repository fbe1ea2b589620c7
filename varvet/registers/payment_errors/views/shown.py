"""A record as shown: coded values in words, what comes next, and the amount for those who handle."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.registry import Clock, is_visible
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.record_parts import Step, events_of, steps_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import Followed, followed, starts_from
from varvet.registers.payment_errors import queries, rules
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.rules import Event, Status
from varvet.registers.payment_errors.views.shown_asks import ASKS, HAPPENED

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


def due_of(clock: Clock, today: date) -> Due:
    due, started = due_day_of(clock), start_day_of(clock)
    if clock.counted_in is TermUnit.WORKING_DAYS:
        total = max(1, working_days_between(started, due))
        return Due(working_days_between(today, due), total, due, "workdays")
    return Due((due - today).days, max(1, (due - started).days), due, "days")


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
        "measures": _measures(reader, error),
        "starts": starts_from(reader, error) if error.cause in rules.WITH_US else [],
        **_next(reader, error),
    }


def _measures(reader: Reader, error: PaymentError) -> list[Followed]:
    """What it has become elsewhere: improvements that the reader may open."""
    seen = [other for other in list_linked(error) if is_visible(reader, other)]
    return list(followed(seen).values())


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
