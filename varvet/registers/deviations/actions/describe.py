"""Describing what others have a part in: a deviation in health care, and one in collaboration with a counterpart."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category
from varvet.kernel.organisation.shipped_lists import find_category
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.hand_over import begin_hand_over, locked
from varvet.registers.deviations.models import Collaboration, Deviation, Handover, HealthCare


@dataclass(frozen=True)
class CareEvent:
    """`kind` is a code of the root's list; `injured` empty where the kind says it."""

    kind: str
    injured: str = ""


@dataclass(frozen=True)
class Between:
    """`counterpart` and `agreement` are codes of the root's lists; `called` the counterpart's own name.

    `their_number` is what it has in the counterpart's system, where it has one already.
    """

    direction: rules.Direction
    counterpart: str
    agreement: str
    called: str = ""
    their_number: str = ""


@transaction.atomic
def describe_health_care(
    *, deviation: Deviation, content: CareEvent, version: int, by: User, now: datetime
) -> Deviation:
    current = _open(deviation, rules.Nature.HEALTH_CARE, version, by, now)
    care = keep_health_care(current, content, now)
    data = {"kind": care.kind.code, "injured": care.injured}
    spine.commit(current, "health_care_described", by=by, data=data)
    return current


@transaction.atomic
def describe_collaboration(
    *, deviation: Deviation, content: Between, version: int, by: User, now: datetime
) -> Deviation:
    """What we saw is to be handed over from now on, and what they saw is to be answered."""
    current = _open(deviation, rules.Nature.COLLABORATION, version, by, now)
    about = keep_collaboration(current, content, by=by, now=now)
    data = {"direction": content.direction, "counterpart": about.counterpart.code, "agreement": about.agreement.code}
    spine.commit(current, "collaboration_described", by=by, data=data)
    return current


def keep_health_care(deviation: Deviation, content: CareEvent, now: datetime) -> HealthCare:
    """For an action that has locked the deviation, or made it, and commits it afterwards."""
    kind = _chosen(deviation, rules.KINDS, content.kind, now)
    if kind is None:
        raise RuleBroken("deviation.health_care.kind", "Välj vad som hände i listan.", field="kind")
    values = {"kind": kind, "injured": rules.injury_of(kind.code, content.injured)}
    care, _ = HealthCare.objects.update_or_create(deviation=deviation, defaults=values)
    return care


def keep_collaboration(deviation: Deviation, content: Between, *, by: User, now: datetime) -> Collaboration:
    """As `keep_health_care`; also begins what the direction leads to."""
    deviation.direction = content.direction
    deviation.save(update_fields=["direction"])
    about = code_collaboration(deviation, content, now)
    _begin(deviation, content, by, now)
    return about


def code_collaboration(deviation: Deviation, content: Between, now: datetime) -> Collaboration:
    """The codes alone: nothing is begun."""
    counterpart = _chosen(deviation, rules.COUNTERPARTS, content.counterpart, now)
    agreement = _chosen(deviation, rules.AGREEMENTS, content.agreement, now)
    if counterpart is None:
        raise RuleBroken("deviation.collaboration.counterpart", "Välj motpart i listan.", field="counterpart")
    if agreement is None:
        raise RuleBroken("deviation.collaboration.agreement", "Välj vad som brast i listan.", field="agreement")
    values = {"counterpart": counterpart, "agreement": agreement, "called": content.called.strip()}
    about, _ = Collaboration.objects.update_or_create(deviation=deviation, defaults=values)
    return about


def _begin(deviation: Deviation, content: Between, by: User, now: datetime) -> None:
    """Once: what is handed over already, or was taken back with a reason, does not begin again."""
    destination = rules.LEADS_TO[content.direction]
    if not Handover.objects.filter(deviation=deviation, destination=destination).exists():
        begin_hand_over(deviation, destination, by=by, now=now)
    told = {"receiver": content.called.strip(), "their_number": content.their_number.strip()}
    known = {name: text for name, text in told.items() if text}
    open_ones = Handover.objects.filter(deviation=deviation, destination=destination, state__in=rules.UNSETTLED)
    if known:
        open_ones.update(**known)


def _chosen(deviation: Deviation, key: str, code: str, now: datetime) -> Category | None:
    return find_category(deviation.root, key, code, day_of(now))


def _open(deviation: Deviation, nature: rules.Nature, version: int, by: User, now: datetime) -> Deviation:
    current = locked(deviation, version=version, by=by, now=now)
    rules.check_nature(nature, current.nature)
    if current.status not in rules.OPEN:
        raise RuleBroken("deviation.details.closed", "Öppna avvikelsen igen innan du ändrar uppgifterna.")
    return current
