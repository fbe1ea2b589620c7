"""Whether a case shuts out the manager who reported it."""

from datetime import datetime

from varvet.kernel.access.checks import can
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah.actions.steps import EXCLUDED
from varvet.registers.lex_sarah.models import LexSarah

VIEW = "lex_sarah.view"


def shuts_out_reporter(case: LexSarah, *, now: datetime) -> bool:
    """True for a reporter who reads the unit's cases, but none that shut its manager out. Others follow their own."""
    reporter, today = case.opened_by, day_of(now)
    if reporter is None or case.confidentiality != Confidentiality.MANAGER_EXCLUDED:
        return False
    return can(reporter, VIEW, case.unit, today=today) and not can(reporter, EXCLUDED, case.unit, today=today)
