"""How one register asks another without knowing it: an open question with an owner until it is answered.

These are the rows alone: `kernel/questions` asks, tells, and says who may answer.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Record, Referral
from varvet.kernel.records.registry import get_register


@transaction.atomic
def refer(
    origin: Record, to_kind: str, *, by: User, topic: str = "", part: str = "", now: datetime | None = None
) -> Referral:
    """Asks another register to take on a record, or a part of it.

    Asking twice is one question; after a refusal it is a new one.
    """
    not_refused = Referral.objects.exclude(state=Referral.State.REFUSED)
    referral, _ = not_refused.get_or_create(
        origin=origin,
        to_kind=to_kind,
        topic=topic,
        part=part,
        defaults={"unit": origin.unit, "asked_at": now or timezone.now(), "asked_by": by},
    )
    return referral


def follow_unit(origin: Record) -> None:
    """Questions not answered yet move with the record that asked, inside the transaction that moved it.

    Who may answer is judged by where the record itself lies; the question's own unit is where it was last asked.
    """
    Referral.objects.filter(origin=origin, state=Referral.State.OPEN).update(unit=origin.unit)


@transaction.atomic
def accept(referral: Referral, answer: Record, *, by: User, now: datetime | None = None) -> None:
    """The asked register has made a record of it, which remembers where it came from."""
    current = lock_open(referral)
    current.state, current.answer = Referral.State.ACCEPTED, answer
    current.answered_at, current.answered_by = now or timezone.now(), by
    current.save()
    Link.objects.get_or_create(source=answer, target=current.origin, kind=LinkKind.FOLLOWS, part=current.part)
    _tell(current, by)


@transaction.atomic
def refuse(referral: Referral, reason: str, *, by: User, now: datetime | None = None) -> None:
    """Says no, with a written reason."""
    if not reason.strip():
        raise RuleBroken("referral.reason", "Skriv varför ni inte tar emot ärendet.", field="reason")
    current = lock_open(referral)
    current.state, current.reason = Referral.State.REFUSED, reason.strip()
    current.answered_at, current.answered_by = now or timezone.now(), by
    current.save()
    _tell(current, by)


def _tell(referral: Referral, by: User) -> None:
    """The register that asked writes down the answer itself: nobody else writes its records."""
    register = get_register(referral.origin.kind)
    if register.answered:
        register.answered(referral, by)


def lock_open(referral: Referral) -> Referral:
    """The question as it is now, locked. The record that asked is locked first: whoever moves it waits in line."""
    Record.objects.select_for_update().get(pk=referral.origin_id)
    current = Referral.objects.select_for_update().get(pk=referral.pk)
    if current.state != Referral.State.OPEN:
        raise RuleBroken("referral.answered", "Någon annan har redan svarat på frågan.")
    return current
