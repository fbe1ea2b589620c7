"""Closing a risk that no longer is one, and taking it up again."""

from django.db import transaction

from varvet.kernel.law.words import marked
from varvet.kernel.records.narratives import keep
from varvet.registers.risks import rules
from varvet.registers.risks.actions.assess import end_acceptance, forget
from varvet.registers.risks.actions.steps import Change, begin, finish, note
from varvet.registers.risks.models import Part, Risk, What
from varvet.registers.risks.rules import Event


@transaction.atomic
def close(change: Change, reason: str) -> Risk:
    current = begin(change, Event.CLOSE)
    rules.check_words("reason", reason, marked("Skriv varför risken avslutas."))
    current.status, current.closed_at = rules.check_transition(Event.CLOSE, current.status), change.now
    current.closed_on, current.review_on = change.today, None
    end_acceptance(current)
    note(current, What.CLOSED, change)
    keep(current, {Part.CLOSED: reason}, by=change.by, now=change.now)
    return finish(current, "closed", change)


@transaction.atomic
def reopen(change: Change, reason: str) -> Risk:
    """It is scored anew: how it was scored before stands in its history."""
    current = begin(change, Event.REOPEN)
    rules.check_words("reason", reason, marked("Skriv varför risken öppnas igen."))
    current.status, current.closed_at = rules.check_transition(Event.REOPEN, current.status), None
    forget(current)
    current.consequence = current.probability = current.assessed_on = current.reviewed_on = current.closed_on = None
    current.reopened_on = change.today
    keep(current, {Part.REOPENED: reason}, by=change.by, now=change.now)
    return finish(current, "reopened", change)
