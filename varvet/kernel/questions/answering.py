"""Answering another register: it becomes a record here, or is refused with a written reason; one answer wins."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.questions.asking import taking_of
from varvet.kernel.records import referrals
from varvet.kernel.records.models import Confidentiality, Record, Referral
from varvet.kernel.records.registry import list_registers
from varvet.kernel.records.taking import Taking, asked_of

REFUSED = "referral_refused"


@transaction.atomic
def accept(*, referral: Referral, by: User, now: datetime) -> Record:
    """The new record, which remembers its origin. RuleBroken when somebody else has answered."""
    current = referrals.lock_open(referral)
    taking = taking_of(current.to_kind)
    _check(current, taking, by, day_of(now))
    return taking.accept(current, by, now)


@transaction.atomic
def refuse(*, referral: Referral, reason: str, by: User, now: datetime) -> None:
    """Leaves the reason, encrypted, on the question, and a row in the trail."""
    current = referrals.lock_open(referral)
    _check(current, taking_of(current.to_kind), by, day_of(now))
    referrals.refuse(current, reason, by=by, now=now)
    subject = trail.Subject(kind=current.to_kind, actor_id=by.pk, unit_id=current.origin.unit_id)
    trail.write([trail.event(REFUSED, subject, data={"origin": current.origin.reference})])


def _check(referral: Referral, taking: Taking, by: User, today: date) -> None:
    """Where the record lies now, and with the one permission more where it shuts the unit's manager out."""
    origin = referral.origin
    for permission in asked_of(origin.confidentiality, taking.permission, taking.excluded):
        check(by, permission, origin.unit, today=today)


def list_answerable(reader: Reader) -> QuerySet[Referral]:
    """Open questions of every register that the reader may answer, the oldest first."""
    return list_asked_of(reader).filter(state=Referral.State.OPEN)


def list_asked_of(reader: Reader) -> QuerySet[Referral]:
    """As `list_answerable`, with those that have their answer."""
    mine = Q(pk__in=())
    for register in list_registers():
        if register.takes and reader.has(register.takes.permission):
            mine |= Q(to_kind=register.kind) & _within(reader, register.takes)
    rows = Referral.objects.filter(mine, origin__root=reader.root)
    return rows.select_related("origin__unit", "origin__root", "unit").order_by("asked_at", "pk")


def _within(reader: Reader, taking: Taking) -> Q:
    normal = Q(origin__confidentiality=Confidentiality.NORMAL)
    here = Q(origin__unit_id__in=reader.units(taking.permission))
    return here & (normal | Q(origin__unit_id__in=reader.units(taking.excluded)))
