"""The meeting held, the analysis approved and frozen, opened again, and its text offered to the annual report."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records.narratives import keep
from varvet.registers.analyses import rules
from varvet.registers.analyses.actions.steps import begin, finish
from varvet.registers.analyses.models import Analysis, Part, now_of, progress_of
from varvet.registers.analyses.rules import Event


@transaction.atomic
def hold(*, analysis: Analysis, held_on: date, took_part: int, version: int, by: User, now: datetime) -> Analysis:
    current = begin(analysis, Event.HOLD, version=version, by=by, now=now)
    rules.check_held(held_on, current.first_day, day_of(now))
    rules.check_took_part(took_part)
    current.status = rules.check_transition(Event.HOLD, current.status)
    current.held_on, current.took_part = held_on, took_part
    return finish(current, "held", by=by, data={"took_part": took_part})


@transaction.atomic
def approve(*, analysis: Analysis, version: int, by: User, now: datetime) -> Analysis:
    """Figures, definitions, answers and conclusions are kept as they are now, with their hash."""
    current = begin(analysis, Event.APPROVE, version=version, by=by, now=now)
    rules.check_approving(rules.before_approving(progress_of(current), day_of(now)))
    current.status = rules.check_transition(Event.APPROVE, current.status)
    current.approved_on, current.approved_by, current.closed_at = day_of(now), by, now
    current.frozen, current.digest = rules.freeze(now_of(current, day_of(now)))
    return finish(current, "approved", by=by, data={"digest": current.digest})


@transaction.atomic
def reopen(*, analysis: Analysis, reason: str, version: int, by: User, now: datetime) -> Analysis:
    """The text is not offered any more: it will be another."""
    current = begin(analysis, Event.REOPEN, version=version, by=by, now=now)
    rules.check_words("reason", reason, marked("Skriv varför den öppnas igen."))
    before = current.digest
    current.status = rules.check_transition(Event.REOPEN, current.status)
    current.approved_on = current.approved_by = current.closed_at = current.offered_on = current.frozen = None
    current.digest = ""
    keep(current, {Part.REOPENED: reason}, by=by, now=now)
    tell(current, Told.REOPENED, to=[current.responsible], by=by, now=now)
    return finish(current, "reopened", by=by, data={"digest": before})


@transaction.atomic
def offer(*, analysis: Analysis, version: int, by: User, now: datetime) -> Analysis:
    """The text may stand in the annual report, which everybody there who reads it meets."""
    current = begin(analysis, Event.OFFER, version=version, by=by, now=now)
    current.offered_on = day_of(now)
    return finish(current, "offered", by=by)


@transaction.atomic
def take_back(*, analysis: Analysis, version: int, by: User, now: datetime) -> Analysis:
    current = begin(analysis, Event.OFFER, version=version, by=by, now=now)
    current.offered_on = None
    return finish(current, "taken_back", by=by)
