"""What is to be done by a day: the same for the queue, the page, the list and the reminders."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, set_clock, with_extensions_for
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.queries.visible import HANDLE
from varvet.registers.payment_errors.rules import OPEN, Status

MOST_TASKS = 50
TERMS = {
    Status.RECEIVED: "felaktig_utbetalning_bedomd",
    Status.INVESTIGATING: "felaktig_utbetalning_utredd",
    Status.INVESTIGATED: "felaktig_utbetalning_avslutad",
}
TITLES = {
    Status.RECEIVED: marked("Bedöm en felaktig utbetalning"),
    Status.INVESTIGATING: marked("Utred en felaktig utbetalning"),
    Status.INVESTIGATED: marked("Avsluta en felaktig utbetalning"),
}
IN_WORKDAYS = frozenset({Status.RECEIVED, Status.INVESTIGATED})


def list_clocks(root: Unit) -> list[Clock]:
    terms = read_terms(root)
    rows = PaymentError.objects.filter(root=root, status__in=OPEN).order_by("pk")
    return [_clock(error, terms) for error in rows]


def clocks_of(error: PaymentError) -> list[Clock]:
    return [_clock(error, read_terms(error.root))] if error.status in OPEN else []


def due_clocks(reader: Reader, errors: Sequence[PaymentError]) -> dict[int, Clock]:
    """Of those that are open, by the record's id, with the time given in addition."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [_clock(error, terms) for error in errors if error.status in OPEN])
    return {clock.record_id: clock for clock in clocks}


def _clock(error: PaymentError, terms: TermTable) -> Clock:
    """The clock of a state has its name, and starts the day the state began."""
    status, start = Status(error.status), _since(error)
    return set_clock(Duty(error.pk, status, HANDLE, error.handler_id), start, terms.term_on(TERMS[status], start))


def _since(error: PaymentError) -> date:
    received = day_of(error.received_at)
    if error.status == Status.INVESTIGATED:
        return error.completed_on or received
    return error.reopened_on or error.begun_on or received


def _open_with_somebody(root: Unit) -> QuerySet[PaymentError]:
    return PaymentError.objects.filter(root=root, status__in=OPEN, handler__isnull=False)


HELD = (Held("handler", HANDLE, _open_with_somebody),)


def waiting(reader: Reader) -> QuerySet[PaymentError]:
    """In the reader's units: the reader's own, and what nobody has by name."""
    mine = Q(handler__isnull=True) | Q(handler=reader.user)
    return PaymentError.objects.filter(mine, root=reader.root, unit_id__in=reader.units(HANDLE), status__in=OPEN)


WAITING = Seldom("payment_errors.open", waiting)


def list_tasks(reader: Reader) -> list[Task]:
    """The oldest first, at most 50."""
    ids = ids_of(reader, WAITING)
    if not ids:
        return []
    rows = PaymentError.objects.filter(pk__in=ids).select_related("unit")
    found = list(rows.order_by("received_at", "pk")[:MOST_TASKS])
    due = due_clocks(reader, found)
    return [_task(error, due[error.pk]) for error in found]


def _task(error: PaymentError, clock: Clock) -> Task:
    status = Status(error.status)
    return Task(
        title=_(TITLES[status]),
        reference=error.reference,
        unit_name=error.unit.name,
        href=reverse("payment_errors:page", args=[error.reference]),
        started=clock.started,
        due=clock.due,
        counted_in="workdays" if status in IN_WORKDAYS else "days",
    )
