"""How every step of a case begins and ends: who and when first, the days' agreement and one commit last.

A case moves with the reports that are joined to it: `begin` locks them, `finish` gives them its state.
"""

from datetime import datetime
from typing import Any

from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import LexSarah, declared_by

EXCLUDED = "lex_sarah.view_excluded"
INVESTIGATE, DECIDE, RESPOND = "lex_sarah.investigate", "lex_sarah.decide", "lex_sarah.respond"
PERMISSIONS = dict.fromkeys(rules.Event, INVESTIGATE) | {
    rules.Event.DECLARE: "lex_sarah.view",  # each role has one of its own besides
    rules.Event.DECIDE: DECIDE,
    rules.Event.SEND_BACK: DECIDE,
    rules.Event.REPORT_TO_AUTHORITY: DECIDE,
    rules.Event.RESPOND: RESPOND,
}


OF_CASE = ("status", "closed_at", "closed_on", "law", "category_list_id", "category_id")


def begin(case: LexSarah, event: rules.Event, *, version: int, by: User, now: datetime) -> LexSarah:
    """The case, locked with its reports and in its new state, for somebody who may do this to it."""
    current = hold(case, event, version=version, by=by, now=now)
    current.status = rules.check_transition(event, current.status)
    return current


def hold(case: LexSarah, event: rules.Event, *, version: int, by: User, now: datetime) -> LexSarah:
    """As `begin`, for what leaves the state as it is. Whoever has said that they have a conflict takes no part."""
    check_may(case, event, by=by, now=now)
    current, _ = spine.lock_with(case, Q(joined_to_id=case.pk), version=version)
    rules.check_own_case(current.joined_to_id is not None)
    rules.check_now(event, current.status)
    rules.check_takes_part(declared_by(current, by))
    return current


def hold_alone(case: LexSarah, event: rules.Event, *, version: int, by: User, now: datetime) -> LexSarah:
    """As `hold`, for what is done to one report alone, whatever case it is investigated in."""
    check_may(case, event, by=by, now=now)
    current = spine.lock(case, version=version)
    rules.check_now(event, current.status)
    return current


def check_may(case: LexSarah, event: rules.Event, *, by: User, now: datetime) -> None:
    check_within(case, PERMISSIONS[event], EXCLUDED, by=by, today=day_of(now))


def finish(case: LexSarah, event: str, *, by: User, data: dict[str, Any] | None = None) -> LexSarah:
    rules.check_course(rules.Status(case.status), case.course)
    case.save()
    for report in case.joined.order_by("pk"):
        _follow(report, case, event, by)
    spine.commit(case, event, by=by, data=data)
    return case


def _follow(report: LexSarah, case: LexSarah, event: str, by: User) -> None:
    """A joined report takes its case's state, act and type, and is closed with it; unchanged, it is not written."""
    if _of_case(report) == _of_case(case):
        return
    for name in OF_CASE:
        setattr(report, name, getattr(case, name))
    rules.check_course(rules.Status(report.status), report.course)
    report.save()
    spine.commit(report, event, by=by)


def _of_case(case: LexSarah) -> tuple[Any, ...]:
    return tuple(getattr(case, name) for name in OF_CASE)
