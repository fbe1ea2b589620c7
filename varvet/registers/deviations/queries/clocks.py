"""What is to be done with a deviation by a day: the same for the queue, the page and the reminders."""

from datetime import date

from varvet.kernel.deadlines.clocks import extended_until
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.registry import Clock
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import OPEN, UNDER_WAY, Status

ASSESS_TERM, CLOSE_TERM = "avvikelse_bedomd", "avvikelse_avslutad"
ASSESS, CLOSE = "assess", "close"
HANDLE = "deviations.assess"


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open deviation of a root; a report handled in another case has none of its own."""
    terms = read_terms(root)
    rows = Deviation.objects.filter(root=root, status__in=OPEN, joined_to__isnull=True).order_by("pk")
    return [clock for row in rows.iterator() if (clock := clock_of(row, terms))]


def clock_of(deviation: Deviation, terms: TermTable) -> Clock | None:
    """As first set. One that has been opened again has its days from then on."""
    code = running(deviation)
    if not code:
        return None
    term = CLOSE_TERM if code == CLOSE else ASSESS_TERM
    started = deviation.reopened_on or day_of(deviation.received_at)
    due = due_day(started, terms.term_on(term, started))
    if deviation.status == Status.FOLLOWING_UP and deviation.follow_up_due_on:
        due = deviation.follow_up_due_on
    return Clock(deviation.pk, code, started, due, HANDLE, deviation.handler_id, extendable=True)


def running(deviation: Deviation) -> str:
    """The code of the clock that runs; empty when none does."""
    if deviation.status not in OPEN or deviation.joined_to_id is not None:
        return ""
    return CLOSE if deviation.status in UNDER_WAY else ASSESS


def assess_by(deviation: Deviation) -> date:
    """The day the assessment is due, by the term in force when it came in, or the later day that has been given."""
    started = deviation.reopened_on or day_of(deviation.received_at)
    first = due_day(started, read_terms(deviation.root).term_on(ASSESS_TERM, started))
    return extended_until([deviation.pk], ASSESS).get(deviation.pk, first)
