"""By when an answer is promised: the root's own goal in force the day it came in."""

from datetime import date

from varvet.kernel.law.days import due_day
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, get_term
from varvet.registers.feedback.rules import asks_answer

ANSWER_TERM = "synpunkt_besvarad"
CLOSE_TERM = "synpunkt_avslutad"  # from the answer; praise from the day it came in


def first_due(root: Unit, sort: str, day: date) -> date | None:
    """None for what asks for no answer."""
    return due_day(day, get_term(ANSWER_TERM, root=root, on=day)) if asks_answer(sort) else None


def due_by(terms: TermTable, sort: str, day: date) -> date | None:
    """As `first_due`, with the terms read once for many."""
    return due_day(day, terms.term_on(ANSWER_TERM, day)) if asks_answer(sort) else None
