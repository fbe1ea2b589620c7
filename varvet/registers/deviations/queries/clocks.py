"""What is to be done with a deviation by a day: the same for the queue, the page and the reminders."""

from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from varvet.kernel.deadlines.clocks import Duty, due_day_of, set_clock, with_extensions
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.queries.handover import clocks_over, list_handover_clocks
from varvet.registers.deviations.rules import OPEN, UNDER_WAY, Status

ASSESS_TERM, CLOSE_TERM = "avvikelse_bedomd", "avvikelse_avslutad"
ASSESS, CLOSE = "assess", "close"
HANDLE = "deviations.assess"


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open deviation of a root, and of what is handed over from any.

    A report handled in another case has none of its own.
    """
    terms = read_terms(root)
    rows = Deviation.objects.filter(root=root, status__in=OPEN, joined_to__isnull=True).order_by("pk")
    own = [clock for row in rows.iterator() if (clock := clock_of(row, terms))]
    return own + list_handover_clocks(root, terms)


def clocks_of(deviation: Deviation) -> list[Clock]:
    terms = read_terms(deviation.root)
    clock = clock_of(deviation, terms)
    return ([clock] if clock else []) + clocks_over(deviation.handovers.select_related("deviation"), terms)


def _handled(root: Unit) -> QuerySet[Deviation]:
    return Deviation.objects.filter(root=root, status__in=OPEN, joined_to__isnull=True, handler__isnull=False)


HELD = (Held("handler", HANDLE, _handled),)


def clock_of(deviation: Deviation, terms: TermTable) -> Clock | None:
    """As first set. One that has been opened again has its days from then on."""
    code = running(deviation)
    if not code:
        return None
    clock = _set(deviation, code, terms)
    if deviation.status == Status.FOLLOWING_UP and deviation.follow_up_due_on:
        return replace(clock, due=deviation.follow_up_due_on)
    return clock


def _set(deviation: Deviation, code: str, terms: TermTable) -> Clock:
    started = deviation.reopened_on or day_of(deviation.received_at)
    term = terms.term_on(CLOSE_TERM if code == CLOSE else ASSESS_TERM, started)
    return set_clock(Duty(deviation.pk, code, HANDLE, deviation.handler_id), started, term)


def running(deviation: Deviation) -> str:
    """The code of the clock that runs; empty when none does."""
    if deviation.status not in OPEN or deviation.joined_to_id is not None:
        return ""
    return CLOSE if deviation.status in UNDER_WAY else ASSESS


def assess_by(deviation: Deviation) -> date:
    """The day the assessment is due, by the term in force when it came in, or the later day that has been given."""
    return due_day_of(with_extensions([_set(deviation, ASSESS, read_terms(deviation.root))])[0])
