"""When an answer is due: the same for the queue, the page, the list and the reminders."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, due_day_of, set_clock, with_extensions, with_extensions_for
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock
from varvet.registers.feedback.models import ANSWER_TERM, Feedback
from varvet.registers.feedback.rules import OPEN, UNANSWERED, Sort

ANSWER, MAY_ANSWER = "answer", "feedback.answer"


def answer_by(feedback: Feedback, terms: TermTable) -> date:
    """The day an answer is due as first set: by the goal when it came in or, if taken up again, on that day."""
    return due_day_of(clock_of(feedback, terms))


def read_answer_by(feedback: Feedback) -> date:
    """With the time that has been given."""
    return due_day_of(with_extensions([clock_of(feedback, read_terms(feedback.root))])[0])


def list_clocks(root: Unit) -> list[Clock]:
    terms = read_terms(root)
    return [clock_of(feedback, terms) for feedback in unanswered(root).order_by("pk")]


def clocks_of(feedback: Feedback) -> list[Clock]:
    return [clock_of(feedback, read_terms(feedback.root))] if waits(feedback) else []


def due_clocks(reader: Reader, found: Sequence[Feedback]) -> dict[int, Clock]:
    """Of those that wait, by the record's id, with the time given in addition."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [clock_of(one, terms) for one in found if waits(one)])
    return {clock.record_id: clock for clock in clocks}


def waits(feedback: Feedback) -> bool:
    """Praise asks for no answer; what is handled in another case has its answer there."""
    unanswered_now = feedback.status in UNANSWERED and feedback.sort != Sort.PRAISE
    return unanswered_now and feedback.joined_to_id is None


def unanswered(root: Unit | None) -> QuerySet[Feedback]:
    rows = Feedback.objects.filter(root=root, status__in=UNANSWERED, joined_to__isnull=True)
    return rows.exclude(sort=Sort.PRAISE)


def _handled(root: Unit) -> QuerySet[Feedback]:
    return Feedback.objects.filter(root=root, status__in=OPEN, joined_to__isnull=True, handler__isnull=False)


HELD = (Held("handler", MAY_ANSWER, _handled),)


def clock_of(feedback: Feedback, terms: TermTable) -> Clock:
    start = feedback.reopened_on or day_of(feedback.received_at)
    duty = Duty(feedback.pk, ANSWER, MAY_ANSWER, feedback.handler_id)
    return set_clock(duty, start, terms.term_on(ANSWER_TERM, start))
