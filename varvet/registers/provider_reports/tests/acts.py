"""Every action with something reasonable to do, so that who may, and when, can be asked of each alike."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.registers.provider_reports import actions, rules
from varvet.registers.provider_reports.models import FollowUp, ProviderReport
from varvet.registers.provider_reports.rules import Event
from varvet.registers.provider_reports.tests.factories import REOPENED, about

LATER = date(2026, 8, 1)
Act = Callable[[Cast, ProviderReport, User], object]


def _known(report: ProviderReport, by: User, now: datetime = REOPENED) -> dict[str, Any]:
    return {"report": report, "version": report.version, "by": by, "now": now}


def _of_follow_up(report: ProviderReport, by: User) -> dict[str, Any]:
    """One that is not saved stands in where the report has none: the action must refuse before it is read."""
    found = FollowUp.objects.filter(report=report).select_related("report__unit").first()
    known = _known(report, by)
    del known["report"]
    return {"follow_up": found or FollowUp(pk=0, report=report, subject="contract"), **known}


def _describe(cast: Cast, report: ProviderReport, by: User) -> object:
    return actions.describe(**_known(report, by), about=about(cast))


def _request(_: Cast, report: ProviderReport, by: User) -> object:
    return actions.request(**_known(report, by), content=actions.Request(LATER))


def _take_in(_: Cast, report: ProviderReport, by: User) -> object:
    content = actions.Investigation(date(2026, 3, 31), rules.Outcome.RISK, "Det brast i rutinen.")
    return actions.take_in(**_known(report, by), content=content)


def _authority(_: Cast, report: ProviderReport, by: User) -> object:
    content = rules.Notified(rules.Known.NO)
    return actions.note_authority(**_known(report, by), content=content)


def _assess(_: Cast, report: ProviderReport, by: User) -> object:
    agreement = rules.Agreement.AGREES if report.investigation_on else rules.Agreement.NO_BASIS
    content = actions.Assessment(agreement, "Skälen är goda.")
    return actions.assess(**_known(report, by), content=content)


def _plan(_: Cast, report: ProviderReport, by: User) -> object:
    content = actions.Plan(rules.Subject.CONTRACT, "En ny rutin.", LATER)
    return actions.plan(**_known(report, by), content=content)


def _answer(_: Cast, report: ProviderReport, by: User) -> object:
    content = actions.Came("Rutinen är skriven.", date(2026, 4, 20))
    return actions.note_answer(**_of_follow_up(report, by), content=content)


def _finish(_: Cast, report: ProviderReport, by: User) -> object:
    content = actions.Came("Det fungerar.", date(2026, 4, 20))
    return actions.finish_follow_up(**_of_follow_up(report, by), content=content)


def _tell(_: Cast, report: ProviderReport, by: User) -> object:
    return actions.tell_provider(**_known(report, by), words="Vi delar den.")


def _close(_: Cast, report: ProviderReport, by: User) -> object:
    return actions.close(**_known(report, by), lesson="")


def _reopen(_: Cast, report: ProviderReport, by: User) -> object:
    return actions.reopen(**_known(report, by), reason="Det hände igen.")


def _disown(_: Cast, report: ProviderReport, by: User) -> object:
    content = actions.Handover("Grannkommunen", "De har placerat.")
    return actions.disown(**_known(report, by), content=content)


def _assign(cast: Cast, report: ProviderReport, by: User) -> object:
    return actions.assign(**_known(report, by), handler=cast.eva)


def _note(_: Cast, report: ProviderReport, by: User) -> object:
    return actions.note(**_known(report, by), words="Ringde utföraren.")


ACTS: dict[Event, Act] = {
    Event.DESCRIBE: _describe,
    Event.REQUEST: _request,
    Event.TAKE_IN: _take_in,
    Event.AUTHORITY: _authority,
    Event.ASSESS: _assess,
    Event.PLAN: _plan,
    Event.ANSWER: _answer,
    Event.FINISH: _finish,
    Event.TELL: _tell,
    Event.CLOSE: _close,
    Event.REOPEN: _reopen,
    Event.DISOWN: _disown,
    Event.ASSIGN: _assign,
    Event.NOTE: _note,
}
