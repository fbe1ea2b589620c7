"""Accepting a risk as it is, for a time, by somebody who may."""

from datetime import date

from django.db import transaction

from varvet.kernel.law.words import marked
from varvet.kernel.records.narratives import keep
from varvet.registers.risks import rules
from varvet.registers.risks.actions.steps import Change, begin, finish, latest_acceptance, note
from varvet.registers.risks.models import Part, Risk, What
from varvet.registers.risks.rules import Event


@transaction.atomic
def accept(change: Change, until: date, reason: str) -> Risk:
    """The day after `until`, the risk asks again."""
    current = begin(change, Event.ACCEPT)
    rules.check_acceptance(until, latest_acceptance(current, change.today), change.today)
    rules.check_words("reason", reason, marked("Skriv varför risken accepteras."))
    current.status = rules.check_transition(Event.ACCEPT, current.status)
    current.accepted_on, current.accepted_until, current.accepted_by = change.today, until, change.by
    note(current, What.ACCEPTED, change, until=until)
    keep(current, {Part.ACCEPTED: reason}, by=change.by, now=change.now)
    return finish(current, "accepted", change, {"until": until.isoformat()})
