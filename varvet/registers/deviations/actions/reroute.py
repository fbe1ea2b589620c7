"""Rerouting: another unit gets the deviation and assesses it anew; it counts there from then on."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.suspicions import renew
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.referrals import follow_unit
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import open_case
from varvet.registers.deviations.actions.telling import tell_those_who_handle
from varvet.registers.deviations.models import Deviation, Mention, Part, Reroute, tied

NOT_ASSESSED: dict[str, object] = {
    "handler": None,
    "nature": "",
    "category_list": None,
    "quality_area": "",
    "severity": "",
    "consequence": None,
    "probability": None,
    "huvudman": "",
    "assessed_on": None,
}


@transaction.atomic
def reroute(*, deviation: Deviation, to: tuple[Unit, str], version: int, by: User, now: datetime) -> Deviation:
    """`to` is the unit and why. An event that must go to lex Sarah stays marked, and its open question goes along."""
    unit, reason = to
    case = open_case(deviation, rules.Event.REROUTE, version=version, by=by, now=now)
    current = case.lead
    rules.check_alone(tied(current))
    rules.check_new_unit(current.unit_id, unit.pk, (current.root_id, unit.root_id))
    rules.check_reason(rules.Event.REROUTE, reason, "Skriv varför den skickas vidare.")
    Reroute.objects.create(deviation=current, from_unit=current.unit, to_unit=unit, day=day_of(now))
    Mention.objects.filter(deviation=current).delete()
    current.unit = unit
    case.move(rules.Status.RECEIVED, NOT_ASSESSED)
    follow_unit(current)
    renew(current, now=now)
    keep(current, {Part.REROUTED: reason}, by=by, now=now)
    tell_those_who_handle(current, Event.REROUTED, by=by, now=now)
    return case.commit("rerouted", by=by)
