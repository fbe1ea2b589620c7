"""How every step begins and ends: who and when first, the analysis locked, one commit last."""

from datetime import date, datetime

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Below
from varvet.kernel.records import spine
from varvet.registers.analyses import rules
from varvet.registers.analyses.models import Analysis
from varvet.registers.analyses.rules import Event

VIEW, VIEW_APPROVED, CONTRIBUTE = "analyses.view", "analyses.view_approved", "analyses.contribute"
EDIT, APPROVE, OFFER = "analyses.edit", "analyses.approve", "analyses.offer"
PERMISSION = {Event.APPROVE: APPROVE, Event.REOPEN: APPROVE, Event.OFFER: OFFER}


def check_may(analysis: Analysis, event: Event, *, by: User, today: date) -> None:
    """NotAllowed for who may not do this; answers are also written by those who lead a unit below."""
    if event is Event.ANSWER and can_contribute(analysis, by=by, today=today):
        return
    check(by, PERMISSION.get(event, EDIT), analysis.unit, today=today)


def can_contribute(analysis: Analysis, *, by: User, today: date) -> bool:
    """Whether the person may answer: in the analysis's own unit, or in one below that it is about."""
    if can(by, CONTRIBUTE, analysis.unit, today=today):
        return True
    below = Below.objects.filter(ancestor=analysis.unit_id).select_related("unit")
    return any(can(by, CONTRIBUTE, row.unit, today=today) for row in below)


def begin(analysis: Analysis, event: Event, *, version: int, by: User, now: datetime) -> Analysis:
    """The analysis, locked, for somebody who may do this to it, in a state where it can be done."""
    check_may(analysis, event, by=by, today=day_of(now))
    current = spine.lock(analysis, version=version)
    rules.check_now(event, current.status)
    return current


def finish(analysis: Analysis, event: str, *, by: User, data: dict[str, object] | None = None) -> Analysis:
    analysis.save()
    spine.commit(analysis, event, by=by, data=data)
    return analysis
