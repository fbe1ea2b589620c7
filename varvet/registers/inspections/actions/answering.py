"""What is asked and answered: the demand comes in, the answer is written, and sent."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.deadlines.clocks import clocks_of, due_day_of
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.narratives import keep
from varvet.registers.inspections import rules
from varvet.registers.inspections.actions.register import Demand, check_demand, set_demand
from varvet.registers.inspections.actions.steps import begin, finish
from varvet.registers.inspections.models import Inspection, Part, progress_of
from varvet.registers.inspections.rules import Event

CLOCK = "answer"  # the one that runs until the answer is sent


@transaction.atomic
def receive(*, inspection: Inspection, demand: Demand, version: int, by: User, now: datetime) -> Inspection:
    """What was announced has begun."""
    current = begin(inspection, Event.RECEIVE, version=version, by=by, now=now)
    check_demand(demand, day_of(now))
    set_demand(current, demand)
    current.status = rules.check_transition(Event.RECEIVE, current.status)
    keep(current, {Part.DEMAND: demand.words}, by=by, now=now)
    return finish(current, "received", by=by)


@transaction.atomic
def write_answer(*, inspection: Inspection, words: str, version: int, by: User, now: datetime) -> Inspection:
    """May be written anew until it is sent: what was written before stays, and the last is the answer."""
    current = begin(inspection, Event.ANSWER, version=version, by=by, now=now)
    rules.check_words("words", words, marked("Skriv svaret."))
    current.status = rules.check_transition(Event.ANSWER, current.status)
    keep(current, {Part.ANSWER: words}, by=by, now=now)
    return finish(current, "answer_written", by=by)


@transaction.atomic
def send(*, inspection: Inspection, sent_on: date, version: int, by: User, now: datetime) -> Inspection:
    """Nothing is sent from here: it is written that it was, on which day, and by whom."""
    current = begin(inspection, Event.SEND, version=version, by=by, now=now)
    rules.check_sending(progress_of(current))
    rules.check_not_ahead("sent_on", sent_on, day_of(now))
    rules.check_not_before("sent_on", sent_on, current.received_on)
    current.answer_due_on = _due_day(current)
    current.answered_on, current.sent_by = sent_on, by
    current.status = rules.check_transition(Event.SEND, current.status)
    return finish(current, "sent", by=by)


def _due_day(inspection: Inspection) -> date | None:
    """With the time given in addition; None where nobody outside has set a day."""
    if inspection.due_on is None:
        return None
    found = [due_day_of(clock) for clock in clocks_of(inspection) if clock.code == CLOCK]
    return found[0] if found else inspection.due_on
