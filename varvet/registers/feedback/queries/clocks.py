"""When an answer is due, and then the closing: the same for the queue, the page, the list and the reminders."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, due_day_of, set_clock, with_extensions, with_extensions_for
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock
from varvet.registers.feedback.models import ANSWER_TERM, CLOSE_TERM, Feedback
from varvet.registers.feedback.rules import OPEN, UNANSWERED, Sort

ANSWER, CLOSE, MAY_ANSWER = "answer", "close", "feedback.answer"


def answer_by(feedback: Feedback, terms: TermTable) -> date:
    """The day an answer is due as first set: by the goal when it came in or, if taken up again, on that day."""
    return due_day_of(clock_of(feedback, terms))


def read_answer_by(feedback: Feedback) -> date:
    """With the time that has been given."""
    return due_day_of(with_extensions([clock_of(feedback, read_terms(feedback.root))])[0])


def list_clocks(root: Unit) -> list[Clock]:
    terms = read_terms(root)
    rows = Feedback.objects.filter(RUNS, root=root).order_by("pk")
    return [running_clock_of(feedback, terms) for feedback in rows]


def clocks_of(feedback: Feedback) -> list[Clock]:
    return [running_clock_of(feedback, read_terms(feedback.root))] if runs(feedback) else []


def due_clocks(reader: Reader, found: Sequence[Feedback]) -> dict[int, Clock]:
    """Of those that are open, by the record's id, with the time given in addition."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [running_clock_of(one, terms) for one in found if runs(one)])
    return {clock.record_id: clock for clock in clocks}


def waits(feedback: Feedback) -> bool:
    """Praise asks for no answer; what is handled in another case has its answer there."""
    unanswered_now = feedback.status in UNANSWERED and feedback.sort != Sort.PRAISE
    return unanswered_now and feedback.joined_to_id is None


WAITS = Q(status__in=UNANSWERED, joined_to__isnull=True) & ~Q(sort=Sort.PRAISE)


def runs(feedback: Feedback) -> bool:
    """Something is to be done with it by a day: an answer, and once that is given, or with praise, the closing."""
    return feedback.status in OPEN and feedback.joined_to_id is None


RUNS = Q(status__in=OPEN, joined_to__isnull=True)


def _handled(root: Unit) -> QuerySet[Feedback]:
    return Feedback.objects.filter(root=root, status__in=OPEN, joined_to__isnull=True, handler__isnull=False)


HELD = (Held("handler", MAY_ANSWER, _handled),)


def clock_of(feedback: Feedback, terms: TermTable) -> Clock:
    start = feedback.reopened_on or day_of(feedback.received_at)
    duty = Duty(feedback.pk, ANSWER, MAY_ANSWER, feedback.handler_id)
    return set_clock(duty, start, terms.term_on(ANSWER_TERM, start))


def running_clock_of(feedback: Feedback, terms: TermTable) -> Clock:
    """The answer first; then the closing, within the goal in force when it was answered or, for praise, came in."""
    if waits(feedback):
        return clock_of(feedback, terms)
    start = max(day for day in (day_of(feedback.received_at), feedback.answered_on, feedback.reopened_on) if day)
    duty = Duty(feedback.pk, CLOSE, MAY_ANSWER, feedback.handler_id)
    return set_clock(duty, start, terms.term_on(CLOSE_TERM, start))
