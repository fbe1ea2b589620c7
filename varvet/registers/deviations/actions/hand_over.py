"""Handing over: begun when it is known to concern somebody outside, done with secrecy assessed, ended by an answer."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import can
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell, tell_nearest
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.telling import MAY_HANDLE
from varvet.registers.deviations.models import Deviation, Handover, Severity
from varvet.registers.deviations.rules import Destination, Handing, HandoverState

FOLLOW_HEALTH_CARE = "deviations.follow_health_care"
HEALTH_CARE_ELSEWHERE = "health_care_elsewhere"  # the root's setting: who has the health care, when it is not ours
ANSWER_TERM = "overlamning_besvarad"
BEGINS_IN = rules.OPEN | {rules.Status.NOT_DEVIATION}  # what is no deviation may still be somebody else's task


@dataclass(frozen=True)
class Given:
    """What was handed over: to which organisation, when and how, and what the assessment of secrecy showed.

    `secrecy` in words. Without `answer_due_on` the local term holds.
    """

    receiver: str
    day: date
    way: rules.Way
    secrecy_assessed: bool = False
    secrecy: str = ""
    their_number: str = ""
    answer_due_on: date | None = None


@dataclass(frozen=True)
class Returned:
    """Their answer: coded and in words, when it came, and how they have counted it."""

    answer: rules.Answer
    day: date
    counted_as: rules.Counted = rules.Counted.UNKNOWN
    words: str = ""
    their_number: str = ""


def may_hand_over(user: User, deviation: Deviation, *, today: date) -> bool:
    """Those who handle it; those who answer for health care, where it is about that."""
    if can(user, MAY_HANDLE, deviation.unit, today=today):
        return True
    about_care = deviation.nature == rules.Nature.HEALTH_CARE
    return about_care and can(user, FOLLOW_HEALTH_CARE, deviation.unit, today=today)


def begin_hand_over(deviation: Deviation, destination: Destination, *, by: User, now: datetime) -> Handover:
    """An open hand-over, with whoever has the deviation until somebody is named.

    For an action that has locked the deviation, has asked who may, and commits it afterwards. Begun twice, it is one.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a hand-over begins inside the action's transaction")
    handover, _new = Handover.objects.get_or_create(
        deviation=deviation,
        destination=destination,
        state__in=rules.UNSETTLED,
        defaults={"state": HandoverState.OPEN, "begun_on": day_of(now), "begun_by": by},
    )
    return handover


def note_nature(deviation: Deviation, *, by: User, now: datetime) -> None:
    """What the kind that it was assessed as leads to outside; for the action that assessed it.

    Who told whom is known of collaboration alone. Whoever answers for health care is told at once of a serious event.
    Where health care is another committee's, it is handed over to them.
    """
    if deviation.nature != rules.Nature.COLLABORATION and deviation.direction:
        deviation.direction = ""
        deviation.save(update_fields=["direction"])
    if deviation.nature != rules.Nature.HEALTH_CARE:
        return
    if deviation.severity == Severity.SERIOUS:
        tell_nearest(deviation, Event.SERIOUS, FOLLOW_HEALTH_CARE, by=by, now=now)
    elsewhere = get_setting(deviation.root, HEALTH_CARE_ELSEWHERE, day_of(now))
    if elsewhere and not deviation.handovers.filter(destination=Destination.OTHER_COMMITTEE).exists():
        begin_hand_over(deviation, Destination.OTHER_COMMITTEE, by=by, now=now)
        deviation.handovers.filter(state=HandoverState.OPEN, receiver="").update(receiver=elsewhere)


@transaction.atomic
def start_hand_over(
    *, deviation: Deviation, destination: Destination, version: int, by: User, now: datetime
) -> Handover:
    """As `begin_hand_over`, by itself."""
    current = locked(deviation, version=version, by=by, now=now)
    if current.status not in BEGINS_IN:
        raise RuleBroken("deviation.handover.closed", "Öppna avvikelsen igen innan du lämnar över den.")
    handover = begin_hand_over(current, destination, by=by, now=now)
    spine.commit(current, "handover_begun", by=by, data={"to": destination})
    return handover


@transaction.atomic
def hand_over(*, handover: Handover, given: Given, version: int, by: User, now: datetime) -> Handover:
    """It has been handed over. What is told across the border of secrecy is a disclosure: who assessed it is kept."""
    event, today = rules.handing_of(handover.destination), day_of(now)
    current, found = _opened(handover, event, version=version, by=by, now=now)
    rules.check_handing(_handed(found, given), day_of(current.received_at), today)
    found.receiver, found.way, found.handed_over_on = given.receiver.strip(), given.way, given.day
    found.handed_over_by, found.their_number = by, given.their_number.strip()
    if event is Handing.SEND:
        found.ended_on = given.day
    else:
        found.answer_due_on = given.answer_due_on or answer_due(current, given.day)
    if given.secrecy_assessed:
        found.secrecy_assessed_on, found.secrecy_assessed_by = today, by
        found.secrecy = given.secrecy.strip() or None
    _move(found, event)
    data = {"to": found.destination, "secrecy_assessed": given.secrecy_assessed}
    spine.commit(current, "handed_over", by=by, data=data)
    return found


@transaction.atomic
def note_answer_from_outside(
    *, handover: Handover, returned: Returned, version: int, by: User, now: datetime
) -> Handover:
    current, found = _opened(handover, Handing.NOTE_ANSWER, version=version, by=by, now=now)
    assert found.handed_over_on is not None
    rules.check_answer(found.handed_over_on, returned.day, day_of(now))
    found.answer, found.counted_as, found.ended_on = returned.answer, returned.counted_as, returned.day
    found.words = returned.words.strip() or None
    found.their_number = returned.their_number.strip() or found.their_number
    _move(found, Handing.NOTE_ANSWER)
    data = {"to": found.destination, "answer": returned.answer, "counted_as": returned.counted_as}
    spine.commit(current, "handover_answered", by=by, data=data)
    return found


@transaction.atomic
def await_no_answer(*, handover: Handover, reason: str, version: int, by: User, now: datetime) -> Handover:
    """Handed over, and no answer is needed: with a reason."""
    return _end(handover, Handing.NEEDS_NO_ANSWER, reason, version, by, now)


@transaction.atomic
def withdraw(*, handover: Handover, reason: str, version: int, by: User, now: datetime) -> Handover:
    """It is not handed over after all: with a reason."""
    return _end(handover, Handing.WITHDRAW, reason, version, by, now)


@transaction.atomic
def entrust(*, handover: Handover, owner: User | None, version: int, by: User, now: datetime) -> Handover:
    """Somebody else watches over it; without a name, whoever has the deviation."""
    current, found = _opened(handover, Handing.ENTRUST, version=version, by=by, now=now)
    if owner is not None and not may_hand_over(owner, current, today=day_of(now)):
        raise RuleBroken("deviation.handover.owner", "Välj någon som får handlägga i enheten.", field="owner")
    found.owner = owner
    found.save()
    tell(current, Event.ASSIGNED, to=[owner], by=by, now=now)
    spine.commit(current, "handover_entrusted", by=by, data={"owner": owner.pk if owner else None})
    return found


def answer_due(deviation: Deviation, day: date) -> date:
    """When an answer is expected of what is handed over on a day, unless another day is agreed."""
    return due_day(day, read_terms(deviation.root).term_on(ANSWER_TERM, day))


def _end(handover: Handover, event: Handing, reason: str, version: int, by: User, now: datetime) -> Handover:
    current, found = _opened(handover, event, version=version, by=by, now=now)
    rules.check_why(event, reason)
    found.words, found.ended_on = reason.strip(), day_of(now)
    _move(found, event)
    spine.commit(current, f"handover_{found.state}", by=by, data={"to": found.destination})
    return found


def _move(handover: Handover, event: Handing) -> None:
    handover.state = rules.HANDINGS.follow(event, handover.state)
    handover.save()


def _opened(handover: Handover, event: Handing, *, version: int, by: User, now: datetime) -> tuple[Deviation, Handover]:
    """The deviation, locked, and the hand-over as it is now: what happens to one changes the version of the other."""
    current = locked(handover.deviation, version=version, by=by, now=now)
    found = Handover.objects.select_for_update().get(pk=handover.pk)
    rules.HANDINGS.check(event, found.state)
    return current, found


def locked(deviation: Deviation, *, version: int, by: User, now: datetime) -> Deviation:
    """May the person, and is it the version known: then the deviation, locked."""
    if not may_hand_over(by, deviation, today=day_of(now)):
        raise NotAllowed(_("Din roll får inte lämna över avvikelsen. Det får de som handlägger i enheten."))
    return spine.lock(deviation, version=version)


def _handed(handover: Handover, given: Given) -> rules.Handed:
    return rules.Handed(
        destination=handover.destination,
        receiver=given.receiver,
        day=given.day,
        secrecy_assessed=given.secrecy_assessed,
        secrecy=given.secrecy,
        answer_due_on=given.answer_due_on,
    )
