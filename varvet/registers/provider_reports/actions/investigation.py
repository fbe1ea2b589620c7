"""The provider's own investigation: asked for, taken in, and what the inspectorate (IVO) was told of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.narratives import keep
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.steps import begin, finish, move
from varvet.registers.provider_reports.models import Part, ProviderReport


@dataclass(frozen=True)
class Request:
    """By which day the provider is to send its investigation, and what else it was asked."""

    due_on: date
    words: str = ""


@dataclass(frozen=True)
class Investigation:
    """The day it came, and what the provider found."""

    received_on: date
    outcome: rules.Outcome
    words: str


@transaction.atomic
def request(*, report: ProviderReport, content: Request, version: int, by: User, now: datetime) -> ProviderReport:
    current = begin(report, rules.Event.REQUEST, version=version, by=by, now=now)
    rules.check_provider(known=current.provider_id is not None)
    rules.check_still_ahead("due_on", content.due_on, day_of(now))
    current.requested_on, current.investigation_due_on = day_of(now), content.due_on
    move(current, rules.Event.REQUEST)
    keep(current, {Part.REQUEST: content.words}, by=by, now=now)
    return finish(current, "requested", by=by, data={"due_on": content.due_on.isoformat()})


@transaction.atomic
def take_in(*, report: ProviderReport, content: Investigation, version: int, by: User, now: datetime) -> ProviderReport:
    """Also unasked, with the information itself. What is no longer serious was not notified as such."""
    current = begin(report, rules.Event.TAKE_IN, version=version, by=by, now=now)
    rules.check_provider(known=current.provider_id is not None)
    rules.check_not_ahead("received_on", content.received_on, day_of(now))
    rules.check_not_before("received_on", content.received_on, day_of(current.received_at))
    rules.check_words("words", content.words, "Skriv vad utredningen visar.")
    rules.check_notified(_notified(current), content.outcome, day_of(now))
    current.investigation_on, current.outcome = content.received_on, content.outcome
    move(current, rules.Event.TAKE_IN)
    keep(current, {Part.FOUND: content.words}, by=by, now=now)
    return finish(current, "investigation_received", by=by, data={"outcome": content.outcome})


@transaction.atomic
def note_authority(
    *, report: ProviderReport, content: rules.Notified, version: int, by: User, now: datetime
) -> ProviderReport:
    """What is known now, whole: it takes the place of what was known before."""
    current = begin(report, rules.Event.AUTHORITY, version=version, by=by, now=now)
    rules.check_notified(content, current.outcome, day_of(now))
    current.notified, current.notified_on = content.notified, content.on
    current.ivo_number = content.number.strip()
    current.ivo_decision, current.ivo_decided_on = content.decision, content.decided_on
    data: dict[str, object] = {"notified": content.notified, "decision": content.decision}
    return finish(current, "authority_noted", by=by, data=data)


def _notified(report: ProviderReport) -> rules.Notified:
    return rules.Notified(
        notified=report.notified,
        on=report.notified_on,
        number=report.ivo_number,
        decision=report.ivo_decision,
        decided_on=report.ivo_decided_on,
    )
