"""What is to be done with a deviation by a day, for the reminders."""

from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records.registry import Clock
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.queries.tasks import ASSESS_TERM
from varvet.registers.deviations.rules import Status

ASSESS = "assess"


def list_clocks(root: Unit) -> list[Clock]:
    """Assessment of what has come in, or has been opened again, by the term in force that day."""
    terms = read_terms(root)
    waiting = Deviation.objects.filter(root=root, status__in=[Status.RECEIVED, Status.REOPENED])
    clocks = []
    for pk, received, reopened in waiting.order_by("pk").values_list("pk", "received_at", "reopened_on"):
        started = reopened or day_of(received)
        due = due_day(started, terms.term_on(ASSESS_TERM, started))
        clocks.append(Clock(pk, ASSESS, started, due, "deviations.assess", extendable=True))
    return clocks
