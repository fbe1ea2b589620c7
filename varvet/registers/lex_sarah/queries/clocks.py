"""What is to be done with a case by a day."""

from datetime import date

from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.terms import get_term
from varvet.registers.lex_sarah.models import LexSarah

INVESTIGATE_TERM = "lex_sarah_utredning_klar"


def investigated_by(case: LexSarah) -> date:
    """The day the investigation is to be ready, by the root's own goal when the report came in."""
    day = day_of(case.received_at)
    return due_day(day, get_term(INVESTIGATE_TERM, root=case.root, on=day))
