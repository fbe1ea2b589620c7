"""What was decided and what comes of it: findings, what is most important, follow-up and the end."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.inspections import rules
from varvet.registers.inspections.actions.steps import begin, finish
from varvet.registers.inspections.models import Important, Inspection, Part, Point, progress_of
from varvet.registers.inspections.rules import Event, Finding


@dataclass(frozen=True)
class Found:
    """A finding: `line` is about the organisation and stands in the report."""

    kind: Finding
    line: str = ""


@dataclass(frozen=True)
class Decision:
    """What came: the first finding, and more in words that are kept apart."""

    decided_on: date
    found: Found
    diary: str = ""
    words: str = ""


@dataclass(frozen=True)
class Settled:
    """What comes of a finding: what is most important in a unit, and why nothing is done, where nothing is."""

    unit: Unit
    important: str = ""
    no_action: str = ""


@transaction.atomic
def decide(*, inspection: Inspection, decision: Decision, version: int, by: User, now: datetime) -> Inspection:
    current = begin(inspection, Event.DECIDE, version=version, by=by, now=now)
    rules.check_not_ahead("decided_on", decision.decided_on, day_of(now))
    rules.check_not_before("decided_on", decision.decided_on, current.received_on)
    rules.check_short("diary", decision.diary, 40)
    current.status = rules.check_transition(Event.DECIDE, current.status)
    current.decided_on, current.diary = decision.decided_on, decision.diary.strip() or current.diary
    _add(current, decision.found)
    keep(current, {Part.DECISION: decision.words}, by=by, now=now)
    return finish(current, "decided", by=by, data={"kind": decision.found.kind})


@transaction.atomic
def find(*, inspection: Inspection, found: Found, version: int, by: User, now: datetime) -> Inspection:
    """One more of what was found."""
    current = begin(inspection, Event.FIND, version=version, by=by, now=now)
    number = _add(current, found)
    return finish(current, "found", by=by, data={"kind": found.kind, "number": number})


@transaction.atomic
def settle(
    *, inspection: Inspection, number: int, settled: Settled, version: int, by: User, now: datetime
) -> Inspection:
    """May be said anew; what is left empty is taken away."""
    current = begin(inspection, Event.FIND, version=version, by=by, now=now)
    point = _point(current, number)
    rules.check_short("important", settled.important)
    rules.check_short("no_action", settled.no_action)
    _check_concerned(current, settled.unit)
    point.no_action = settled.no_action.strip()
    point.save(update_fields=["no_action"])
    Important.objects.filter(point=point, unit=settled.unit).delete()
    if settled.important.strip():
        Important.objects.create(point=point, unit=settled.unit, line=settled.important.strip())
    return finish(current, "settled", by=by, data={"number": number})


@transaction.atomic
def follow(*, inspection: Inspection, follow_on: date, version: int, by: User, now: datetime) -> Inspection:
    """May be said anew: the day moves."""
    current = begin(inspection, Event.FOLLOW, version=version, by=by, now=now)
    rules.check_ahead("follow_on", follow_on, day_of(now))
    current.status, current.follow_on = rules.check_transition(Event.FOLLOW, current.status), follow_on
    return finish(current, "following", by=by)


@transaction.atomic
def close(*, inspection: Inspection, words: str, version: int, by: User, now: datetime) -> Inspection:
    current = begin(inspection, Event.CLOSE, version=version, by=by, now=now)
    rules.check_closing(rules.before_closing(progress_of(current)))
    current.status = rules.check_transition(Event.CLOSE, current.status)
    current.closed_on, current.closed_at = day_of(now), now
    keep(current, {Part.CLOSED: words}, by=by, now=now)
    return finish(current, "closed", by=by)


@transaction.atomic
def reopen(*, inspection: Inspection, reason: str, version: int, by: User, now: datetime) -> Inspection:
    current = begin(inspection, Event.REOPEN, version=version, by=by, now=now)
    rules.check_words("reason", reason, marked("Skriv varför den öppnas igen."))
    current.status = rules.reopened(current.sort)
    current.closed_on = current.closed_at = None
    keep(current, {Part.REOPENED: reason}, by=by, now=now)
    tell(current, Told.REOPENED, to=[current.responsible], by=by, now=now)
    return finish(current, "reopened", by=by)


@transaction.atomic
def withdraw(*, inspection: Inspection, reason: str, version: int, by: User, now: datetime) -> Inspection:
    current = begin(inspection, Event.WITHDRAW, version=version, by=by, now=now)
    rules.check_words("reason", reason, marked("Skriv varför den återkallades."))
    current.status = rules.check_transition(Event.WITHDRAW, current.status)
    current.withdrawn_on, current.closed_at = day_of(now), now
    keep(current, {Part.WITHDRAWN: reason}, by=by, now=now)
    return finish(current, "withdrawn", by=by)


def _add(inspection: Inspection, found: Found) -> int:
    if rules.needs_action(found.kind):
        rules.check_line("line", found.line, marked("Skriv kort vad beslutet säger."))
    else:
        rules.check_short("line", found.line)
    last = Point.objects.filter(inspection=inspection).order_by("number").last()
    number = last.number + 1 if last else 1
    Point.objects.create(inspection=inspection, number=number, kind=found.kind, line=found.line.strip())
    return number


def _point(inspection: Inspection, number: int) -> Point:
    found = Point.objects.filter(inspection=inspection, number=number).first()
    if found is None:
        raise RuleBroken("inspection.point.none", marked("Punkten finns inte längre."))
    return found


def _check_concerned(inspection: Inspection, unit: Unit) -> None:
    concerned = {inspection.unit_id, *inspection.also.values_list("unit_id", flat=True)}
    if unit.pk not in concerned:
        raise RuleBroken("inspection.unit.other", marked("Välj en enhet i listan."), field="unit")
