"""The ends: dismissed, not looked into, or closed when all is decided; and taking it up again."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.narratives import keep
from varvet.registers.payment_errors import rules
from varvet.registers.payment_errors.actions.steps import begin, finish
from varvet.registers.payment_errors.models import Part, PaymentError
from varvet.registers.payment_errors.rules import Event

FORGOTTEN = ("closed_on", "dismissed_on", "left_on", "completed_on", "amount", "reclaim_on", "reclaimed", "police_on")


@transaction.atomic
def dismiss(*, error: PaymentError, reason: str, version: int, by: User, now: datetime) -> PaymentError:
    """Nothing points to a wrong payment."""
    current = _end(error, Event.DISMISS, reason, version=version, by=by, now=now)
    current.dismissed_on = day_of(now)
    return finish(current, "dismissed", by=by)


@transaction.atomic
def leave(*, error: PaymentError, reason: str, version: int, by: User, now: datetime) -> PaymentError:
    """It may be wrong, and is not looked into."""
    current = _end(error, Event.LEAVE, reason, version=version, by=by, now=now)
    current.left_on = day_of(now)
    return finish(current, "left", by=by)


def _end(error: PaymentError, event: Event, reason: str, *, version: int, by: User, now: datetime) -> PaymentError:
    current = begin(error, event, version=version, by=by, now=now)
    rules.check_words("reason", reason, marked("Skriv varför."))
    current.status, current.closed_at = rules.check_transition(event, current.status), now
    keep(current, {Part.REASON: reason}, by=by, now=now)
    return current


@transaction.atomic
def close(*, error: PaymentError, version: int, by: User, now: datetime) -> PaymentError:
    current = begin(error, Event.CLOSE, version=version, by=by, now=now)
    rules.check_closing(current.progress)
    current.status, current.closed_at = rules.check_transition(Event.CLOSE, current.status), now
    current.closed_on = day_of(now)
    return finish(current, "closed", by=by)


@transaction.atomic
def reopen(*, error: PaymentError, reason: str, version: int, by: User, now: datetime) -> PaymentError:
    """It is looked into anew: what was found and decided stands in the texts and in the trail."""
    current = begin(error, Event.REOPEN, version=version, by=by, now=now)
    rules.check_words("reason", reason, marked("Skriv varför ärendet öppnas igen."))
    current.status, current.closed_at = rules.check_transition(Event.REOPEN, current.status), None
    for name in FORGOTTEN:
        setattr(current, name, None)
    current.cause = current.reclaim = current.police = ""
    current.begun_on, current.reopened_on = current.begun_on or day_of(now), day_of(now)
    keep(current, {Part.REOPENED: reason}, by=by, now=now)
    return finish(current, "reopened", by=by)
