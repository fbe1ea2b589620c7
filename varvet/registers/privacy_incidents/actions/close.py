"""Ending: followed up, closed with what was done, found to be no incident, or opened again."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.actions.case import open_case
from varvet.registers.privacy_incidents.actions.telling import announce_to_all, tell_reporter
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Event, deciding


@dataclass(frozen=True)
class Closing:
    """What was done, for the documentation of article 33.5, and word to whoever reported."""

    done: str
    feedback: str = ""


@transaction.atomic
def follow_up(
    *, incident: PrivacyIncident, plan: tuple[str, date], version: int, by: User, now: datetime
) -> PrivacyIncident:
    """`plan` is what is to be looked at, and when."""
    text, due_on = plan
    current = open_case(incident, Event.FOLLOW_UP, version=version, by=by, now=now)
    rules.check_words("plan", text, "Skriv vad som ska följas upp.")
    deciding.check_ahead("due_on", due_on, day_of(now))
    current.status = rules.check_transition(Event.FOLLOW_UP, current.status)
    current.follow_up_due_on = due_on
    current.save()
    keep(current, {Part.PLAN: text}, by=by, now=now)
    spine.commit(current, "following_up", by=by, data={"due_on": due_on.isoformat()})
    return current


@transaction.atomic
def close(*, incident: PrivacyIncident, closing: Closing, version: int, by: User, now: datetime) -> PrivacyIncident:
    current = open_case(incident, Event.CLOSE, version=version, by=by, now=now)
    told = bool(closing.feedback.strip())
    rules.check_words("done", closing.done, "Skriv vad som har gjorts.")
    rules.check_closing(replace(current.progress, told=current.progress.told or told))
    current.status = rules.check_transition(Event.CLOSE, current.status)
    current.closed_at, current.closed_on = now, day_of(now)
    current.told_on = day_of(now) if told else current.told_on
    current.save()
    keep(current, {Part.DONE: closing.done, Part.FEEDBACK: closing.feedback}, by=by, now=now)
    tell_reporter(current, Told.CLOSED, by=by, now=now)
    spine.commit(current, "closed", by=by)
    return current


@transaction.atomic
def dismiss(*, incident: PrivacyIncident, reason: str, version: int, by: User, now: datetime) -> PrivacyIncident:
    """Not an incident. Whoever reported reads the reason."""
    current = open_case(incident, Event.DISMISS, version=version, by=by, now=now)
    rules.check_words("reason", reason, "Skriv varför det inte är en incident.")
    deciding.check_not_notified(current.reported_to_imy_on)
    current.status = rules.check_transition(Event.DISMISS, current.status)
    current.dismissed_on, current.closed_at = day_of(now), now
    current.save()
    keep(current, {Part.DISMISSED: reason}, by=by, now=now)
    tell_reporter(current, Told.CLOSED, by=by, now=now)
    spine.commit(current, "dismissed", by=by)
    return current


@transaction.atomic
def reopen(*, incident: PrivacyIncident, reason: str, version: int, by: User, now: datetime) -> PrivacyIncident:
    """It is assessed and decided anew; what was sent to IMY stays sent."""
    current = open_case(incident, Event.REOPEN, version=version, by=by, now=now)
    rules.check_words("reason", reason, "Skriv varför incidenten öppnas igen.")
    current.status = rules.check_transition(Event.REOPEN, current.status)
    current.closed_at, current.closed_on, current.dismissed_on, current.told_on = None, None, None, None
    current.reopened_on = day_of(now)
    current.save()
    keep(current, {Part.REASON: reason}, by=by, now=now)
    announce_to_all(current, Told.REOPENED, by=by, now=now)
    tell_reporter(current, Told.REOPENED, by=by, now=now)
    spine.commit(current, "reopened", by=by)
    return current
