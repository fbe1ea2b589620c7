"""What is handed over, and what others have a part in, made by the register's own actions."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast, make_person
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.rules import Destination
from varvet.registers.deviations.tests.factories import ASSESSED, assessed, content, fresh

SECRECY = "Uppgifterna pekar inte ut någon"
THEIR_WORDS = "De har pratat med sköterskan Vera"
HANDED = ASSESSED + timedelta(days=1)
ANSWERED = ASSESSED + timedelta(days=15)
GIVEN = actions.Given(
    receiver="Björkens vårdcentral",
    day=HANDED.date(),
    way=rules.Way.LETTER,
    secrecy_assessed=True,
    secrecy=SECRECY,
    their_number="MC-17",
)
RETURNED = actions.Returned(rules.Answer.PARTLY, ANSWERED.date(), rules.Counted.RISK, THEIR_WORDS)
FALL = actions.CareEvent("fall_injury")
PLAN = actions.Between(rules.Direction.OUT, "primary_care", "sip_not_held", "Björkens vårdcentral")


def nurse(cast: Cast) -> User:
    """MAS for the whole root."""
    return make_person("Maja", "medical_nurse", cast.root)


def begun(cast: Cast, destination: Destination = Destination.COUNTERPART) -> Handover:
    deviation = assessed(cast)
    known: dict[str, Any] = {"version": deviation.version, "by": cast.alice, "now": ASSESSED}
    return actions.start_hand_over(deviation=deviation, destination=destination, **known)


def handed(cast: Cast, destination: Destination = Destination.COUNTERPART, **changes: Any) -> Handover:
    handover = begun(cast, destination)
    given = replace(GIVEN, **changes)
    return actions.hand_over(handover=handover, given=given, version=version_of(handover), by=cast.alice, now=HANDED)


def answered(cast: Cast, destination: Destination = Destination.COUNTERPART) -> Handover:
    handover = handed(cast, destination)
    known: dict[str, Any] = {"version": version_of(handover), "by": cast.alice, "now": ANSWERED}
    return actions.note_answer_from_outside(handover=handover, returned=RETURNED, **known)


def in_health_care(cast: Cast, **changes: Any) -> Deviation:
    return assessed(cast, nature=rules.Nature.HEALTH_CARE, **changes)


def in_collaboration(cast: Cast) -> Deviation:
    return assessed(cast, nature=rules.Nature.COLLABORATION)


def described(cast: Cast, said: actions.CareEvent = FALL) -> Deviation:
    deviation = in_health_care(cast)
    known: dict[str, Any] = {"version": deviation.version, "by": cast.alice, "now": ASSESSED}
    return actions.describe_health_care(deviation=deviation, content=said, **known)


def between(cast: Cast, by: User | None = None, **changes: Any) -> Deviation:
    """As a handler registers what was told between us and a counterpart."""
    about, told = replace(PLAN, **changes), content(cast, worry=None)
    record = actions.report_between(content=told, between=about, key=new_key(), by=by or cast.alice, now=ASSESSED)
    return Deviation.objects.get(pk=record.pk)


def version_of(handover: Handover) -> int:
    return fresh(handover.deviation).version


def outside_facts(handover: Handover) -> list[tuple[str, date, str, str, int | None]]:
    """Happening, day, destination, how they counted it, and days, of what was handed over."""
    names = ["handed_over", "awaiting_answer", "answered_outside", "replied", "work_injury"]
    rows = Fact.objects.filter(record_id=handover.deviation_id, happening__in=names).order_by("pk")
    return list(rows.values_list("happening", "day", "direction", "outcome", "days"))


def again(handover: Handover) -> Handover:
    return Handover.objects.get(pk=handover.pk)
