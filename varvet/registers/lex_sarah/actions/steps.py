"""How every step of a case begins and ends: who and when first, the days' agreement and one commit last."""

from datetime import datetime
from typing import Any

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import LexSarah

PERMISSIONS = {
    rules.Event.OPEN: "lex_sarah.investigate",
    rules.Event.DECLINE: "lex_sarah.investigate",
    rules.Event.COMPLETE: "lex_sarah.investigate",
    rules.Event.DECIDE: "lex_sarah.decide",
    rules.Event.REPORT_TO_AUTHORITY: "lex_sarah.decide",
    rules.Event.FOLLOW_UP: "lex_sarah.investigate",
    rules.Event.CLOSE: "lex_sarah.investigate",
}


def begin(case: LexSarah, event: rules.Event, *, version: int, by: User, now: datetime) -> LexSarah:
    """The case, locked and in its new state, for somebody who may do this to it."""
    today = day_of(now)
    check(by, PERMISSIONS[event], case.unit, today=today)
    if case.confidentiality == Confidentiality.MANAGER_EXCLUDED:
        check(by, "lex_sarah.view_excluded", case.unit, today=today)
    current = spine.lock(case, version=version)
    current.status = rules.check_transition(event, current.status)
    return current


def finish(case: LexSarah, event: str, *, by: User, data: dict[str, Any] | None = None) -> LexSarah:
    rules.check_course(rules.Status(case.status), case.course)
    case.save()
    spine.commit(case, event, by=by, data=data)
    return case
