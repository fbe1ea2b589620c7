"""Another unit answers: it counts there from then on, and waits there anew for somebody to take it."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event as Notice
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.suspicions import renew
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.referrals import follow_unit
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import begin, finish, tell_handler
from varvet.registers.feedback.models import Feedback, Part, joinable
from varvet.registers.feedback.rules import Event


@transaction.atomic
def move(*, feedback: Feedback, to: tuple[Unit, str], version: int, by: User, now: datetime) -> Feedback:
    """`to` is the unit, the root for none in particular, and why. The day it is due stays: they wait already."""
    unit, reason = to
    current = begin(feedback, Event.MOVE, version=version, by=by, now=now)
    ties = joinable(current)
    rules.check_move(
        current.unit_id, unit.pk, same_root=unit.root_id == current.root_id, tied=ties.joined or ties.leads
    )
    rules.check_words("reason", reason, "Skriv varför det flyttas.")
    before, current.unit, current.handler = current.unit_id, unit, None
    current.save()
    follow_unit(current)
    renew(current, now=now)
    keep(current, {Part.MOVED: reason}, by=by, now=now)
    tell_handler(current, Notice.REROUTED, by=by, now=now)
    return finish(current, "moved", by=by, data={"from": before, "to": unit.pk})
