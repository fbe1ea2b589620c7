"""How a report ends: the provider is told, it is closed, it belongs to somebody else; and how it begins again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell, tell_nearest
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.steps import HANDLE, begin, finish, move
from varvet.registers.provider_reports.models import Part, ProviderReport, progress_of


@dataclass(frozen=True)
class Handover:
    """Whose it is instead, and why."""

    principal: str
    reason: str


@transaction.atomic
def tell_provider(*, report: ProviderReport, words: str, version: int, by: User, now: datetime) -> ProviderReport:
    current = begin(report, rules.Event.TELL, version=version, by=by, now=now)
    rules.check_words("words", words, "Skriv vad utföraren har fått veta.")
    current.told_on = day_of(now)
    keep(current, {Part.FEEDBACK: words}, by=by, now=now)
    return finish(current, "provider_told", by=by)


@transaction.atomic
def close(*, report: ProviderReport, lesson: str, version: int, by: User, now: datetime) -> ProviderReport:
    current = begin(report, rules.Event.CLOSE, version=version, by=by, now=now)
    rules.check_closing(rules.before_closing(progress_of(current)))
    current.closed_at, current.closed_on = now, day_of(now)
    move(current, rules.Event.CLOSE)
    keep(current, {Part.LESSON: lesson}, by=by, now=now)
    return finish(current, "closed", by=by)


@transaction.atomic
def disown(*, report: ProviderReport, content: Handover, version: int, by: User, now: datetime) -> ProviderReport:
    """Another principal is responsible: it counts as none of ours, and the reason stays."""
    current = begin(report, rules.Event.DISOWN, version=version, by=by, now=now)
    if not content.principal.strip():
        raise RuleBroken("provider_report.principal.none", "Skriv vilken huvudman som ansvarar.", field="principal")
    rules.check_words("reason", content.reason, "Skriv varför ärendet inte är ert.")
    current.not_ours_on, current.other_principal = day_of(now), content.principal.strip()
    current.closed_at = now
    move(current, rules.Event.DISOWN)
    keep(current, {Part.NOT_OURS: content.reason}, by=by, now=now)
    return finish(current, "not_ours", by=by)


@transaction.atomic
def reopen(*, report: ProviderReport, reason: str, version: int, by: User, now: datetime) -> ProviderReport:
    """It never counts twice; it is assessed again, and the provider told again, before it is closed."""
    current = begin(report, rules.Event.REOPEN, version=version, by=by, now=now)
    rules.check_words("reason", reason, "Skriv varför ärendet öppnas igen.")
    current.closed_at = current.closed_on = current.told_on = current.not_ours_on = None
    current.other_principal, current.reopened_on = "", day_of(now)
    move(current, rules.Event.REOPEN)
    keep(current, {Part.REOPENED: reason}, by=by, now=now)
    if not tell(current, Told.REOPENED, to=[current.handler], by=by, now=now):
        tell_nearest(current, Told.REOPENED, HANDLE, by=by, now=now)
    return finish(current, "reopened", by=by)
