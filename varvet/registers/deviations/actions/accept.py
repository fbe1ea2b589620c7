"""Taking on what another deviation turned out to be as well: a deviation of its own, of that nature."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.models import Referral
from varvet.kernel.records.numbering import next_reference
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.telling import MAY_HANDLE
from varvet.registers.deviations.models import KIND, Channel, Deviation


@transaction.atomic
def accept_referral(*, referral: Referral, by: User, now: datetime) -> Deviation:
    """Received in the origin's unit and named from the start. Its words stay in the first."""
    origin, today = referral.origin, day_of(now)
    check(by, MAY_HANDLE, origin.unit, today=today)
    deviation = Deviation.objects.create(
        kind=KIND,
        reference=next_reference(origin.root, KIND, today.year),
        root=origin.root,
        unit=origin.unit,
        status=rules.Status.RECEIVED,
        occurred_day=origin.occurred_day,
        occurred_time=origin.occurred_time,
        received_at=now,
        confidentiality=origin.confidentiality,
        channel=Channel.REFERRAL,
        nature=rules.Nature(referral.topic),
    )
    referrals.accept(referral, deviation, by=by, now=now)
    spine.commit(deviation, "received", by=by, data={"channel": Channel.REFERRAL, "origin": origin.reference})
    return deviation
