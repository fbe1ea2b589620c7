"""Every action with something reasonable to do, so that who may, and when, can be asked of each alike."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.registers.inspections import actions
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Event, Finding
from varvet.registers.inspections.tests.factories import LATER, LINE, about

Act = Callable[[Cast, Inspection, User], object]
DAY = LATER.date()


def _known(inspection: Inspection, by: User) -> dict[str, Any]:
    return {"inspection": inspection, "version": inspection.version, "by": by, "now": LATER}


def _plain(action: Callable[..., object], **values: object) -> Act:
    return lambda _cast, inspection, by: action(**_known(inspection, by), **values)


def _describe(cast: Cast, inspection: Inspection, by: User) -> object:
    return actions.describe(**_known(inspection, by), about=about(cast, subject="Något annat"), due_on=DAY)


def _assign(cast: Cast, inspection: Inspection, by: User) -> object:
    return actions.assign(**_known(inspection, by), responsible=cast.bo)


FOUND = actions.Found(Finding.REMARK, LINE)
ACTS: dict[Event, Act] = {
    Event.RECEIVE: _plain(actions.receive, demand=actions.Demand(DAY)),
    Event.ANSWER: _plain(actions.write_answer, words="Ett svar till."),
    Event.SEND: _plain(actions.send, sent_on=DAY),
    Event.DECIDE: _plain(actions.decide, decision=actions.Decision(DAY, FOUND)),
    Event.FIND: _plain(actions.find, found=FOUND),
    Event.FOLLOW: _plain(actions.follow, follow_on=DAY + timedelta(days=9)),
    Event.CLOSE: _plain(actions.close, words=""),
    Event.REOPEN: _plain(actions.reopen, reason="Mer har kommit fram."),
    Event.WITHDRAW: _plain(actions.withdraw, reason="Den blev inte av."),
    Event.DESCRIBE: _describe,
    Event.ASSIGN: _assign,
    Event.NOTE: _plain(actions.note, words="Ring inspektören."),
}
