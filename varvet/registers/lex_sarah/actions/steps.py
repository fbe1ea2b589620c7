"""How every step of a case begins and ends: who and when first, the days' agreement and one commit last."""

from datetime import datetime
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import LexSarah

INVESTIGATE, DECIDE, RESPOND = "lex_sarah.investigate", "lex_sarah.decide", "lex_sarah.respond"
PERMISSIONS = dict.fromkeys(rules.Event, INVESTIGATE) | {
    rules.Event.DECIDE: DECIDE,
    rules.Event.SEND_BACK: DECIDE,
    rules.Event.REPORT_TO_AUTHORITY: DECIDE,
    rules.Event.RESPOND: RESPOND,
}


def begin(case: LexSarah, event: rules.Event, *, version: int, by: User, now: datetime) -> LexSarah:
    """The case, locked and in its new state, for somebody who may do this to it."""
    check_within(case, PERMISSIONS[event], "lex_sarah.view_excluded", by=by, today=day_of(now))
    current = spine.lock(case, version=version)
    current.status = rules.check_transition(event, current.status)
    return current


def finish(case: LexSarah, event: str, *, by: User, data: dict[str, Any] | None = None) -> LexSarah:
    rules.check_course(rules.Status(case.status), case.course)
    case.save()
    spine.commit(case, event, by=by, data=data)
    return case
