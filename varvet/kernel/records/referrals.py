"""How one register asks another without knowing it: an open question with an owner until it is answered."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Record, Referral
from varvet.kernel.records.registry import get_register


@transaction.atomic
def refer(origin: Record, to_kind: str, *, by: User) -> Referral:
    """Asks another register to take a record on. Asking twice returns the first question."""
    referral, _ = Referral.objects.get_or_create(
        origin=origin, to_kind=to_kind, defaults={"unit": origin.unit, "asked_at": timezone.now(), "asked_by": by}
    )
    return referral


def follow_unit(origin: Record) -> None:
    """Questions not answered yet move with the record that asked, inside the transaction that moved it."""
    Referral.objects.filter(origin=origin, state=Referral.State.OPEN).update(unit=origin.unit)


@transaction.atomic
def accept(referral: Referral, answer: Record, *, by: User) -> None:
    """The asked register has made a record of it, which remembers where it came from."""
    current = _open(referral)
    current.state, current.answer = Referral.State.ACCEPTED, answer
    current.answered_at, current.answered_by = timezone.now(), by
    current.save()
    Link.objects.get_or_create(source=answer, target=current.origin, kind=LinkKind.FOLLOWS)
    _tell(current, by)


@transaction.atomic
def refuse(referral: Referral, reason: str, *, by: User) -> None:
    """Says no, with a written reason."""
    if not reason.strip():
        raise RuleBroken("referral.reason", "Skriv varför ni inte tar emot ärendet.", field="reason")
    current = _open(referral)
    current.state, current.reason = Referral.State.REFUSED, reason.strip()
    current.answered_at, current.answered_by = timezone.now(), by
    current.save()
    _tell(current, by)


def _tell(referral: Referral, by: User) -> None:
    """The register that asked writes down the answer itself: nobody else writes its records."""
    register = get_register(referral.origin.kind)
    if register.answered:
        register.answered(referral, by)


def _open(referral: Referral) -> Referral:
    current = Referral.objects.select_for_update().get(pk=referral.pk)
    if current.state != Referral.State.OPEN:
        raise RuleBroken("referral.answered", "Någon annan har redan svarat på frågan.")
    return current


def list_open(reader: Reader, to_kind: str, permission: str) -> QuerySet[Referral]:
    """Open questions to a register in the units where the reader may answer them."""
    rows = Referral.objects.filter(to_kind=to_kind, state=Referral.State.OPEN, unit_id__in=reader.units(permission))
    return rows.select_related("origin", "unit").order_by("asked_at", "pk")
