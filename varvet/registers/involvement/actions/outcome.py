"""What came after: what it led to, how those who took part were told, and the end of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell as tell_person
from varvet.kernel.records.narratives import keep
from varvet.registers.involvement import rules
from varvet.registers.involvement.actions.steps import begin, finish
from varvet.registers.involvement.models import Activity, Part
from varvet.registers.involvement.rules import Event


@dataclass(frozen=True)
class Outcome:
    """`line` is what was changed, or why nothing was: shown in the report, never about a person. `words` are not."""

    result: rules.Result
    line: str
    words: str = ""


@dataclass(frozen=True)
class ToldBack:
    """How and when they were told, and of what; where nobody can be reached, the words say why."""

    how: rules.Telling
    on: date
    words: str


@transaction.atomic
def decide(*, activity: Activity, outcome: Outcome, version: int, by: User, now: datetime) -> Activity:
    """May be said anew while it is open: the day is the last."""
    current = begin(activity, Event.DECIDE, version=version, by=by, now=now)
    rules.check_result(outcome.result, outcome.line)
    current.result, current.result_line = outcome.result, outcome.line.strip()
    current.decided_on = day_of(now)
    keep(current, {Part.RESULT: outcome.words}, by=by, now=now)
    return finish(current, "decided", by=by, data={"result": outcome.result})


@transaction.atomic
def tell(*, activity: Activity, told: ToldBack, version: int, by: User, now: datetime) -> Activity:
    current = begin(activity, Event.TELL, version=version, by=by, now=now)
    rules.check_told(told.on, current.day, day_of(now))
    rules.check_words("words", told.words, marked("Skriv vad de fick veta, eller varför det inte går."))
    current.told_how, current.told_on = told.how, told.on
    keep(current, {Part.TOLD: told.words}, by=by, now=now)
    return finish(current, "told", by=by, data={"how": told.how})


@transaction.atomic
def conclude(*, activity: Activity, version: int, by: User, now: datetime) -> Activity:
    current = begin(activity, Event.CONCLUDE, version=version, by=by, now=now)
    rules.check_concluding(rules.before_concluding(current.progress))
    current.status = rules.check_transition(Event.CONCLUDE, current.status)
    current.concluded_on, current.closed_at = day_of(now), now
    return finish(current, "concluded", by=by)


@transaction.atomic
def cancel(*, activity: Activity, reason: str, version: int, by: User, now: datetime) -> Activity:
    current = begin(activity, Event.CANCEL, version=version, by=by, now=now)
    rules.check_words("reason", reason, marked("Skriv varför den ställs in."))
    current.status = rules.check_transition(Event.CANCEL, current.status)
    current.cancelled_on, current.closed_at = day_of(now), now
    keep(current, {Part.CANCELLED: reason}, by=by, now=now)
    return finish(current, "cancelled", by=by)


@transaction.atomic
def reopen(*, activity: Activity, reason: str, version: int, by: User, now: datetime) -> Activity:
    """What was said stays and may be said anew; it is never counted as held twice."""
    current = begin(activity, Event.REOPEN, version=version, by=by, now=now)
    rules.check_words("reason", reason, marked("Skriv varför den öppnas igen."))
    current.status = rules.check_transition(Event.REOPEN, current.status)
    current.concluded_on = current.closed_at = None
    keep(current, {Part.REOPENED: reason}, by=by, now=now)
    tell_person(current, Told.REOPENED, to=[current.responsible], by=by, now=now)
    return finish(current, "reopened", by=by)
