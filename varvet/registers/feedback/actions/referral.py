"""Taking on what another register asks about: it becomes a complaint here that remembers where it came from."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.models import Referral
from varvet.kernel.records.numbering import next_reference
from varvet.registers.feedback import rules
from varvet.registers.feedback.models import KIND, Feedback

PERMISSION, EXCLUDED = "feedback.answer", "feedback.view_excluded"


@transaction.atomic
def accept_referral(*, referral: Referral, by: User, now: datetime) -> Feedback:
    """A received complaint in the origin's unit, as secret as what it follows from, whose texts stay where they are."""
    origin, today = referral.origin, day_of(now)
    check_within(origin, PERMISSION, EXCLUDED, by=by, today=today)
    feedback = Feedback.objects.create(
        kind=KIND,
        reference=next_reference(origin.root, KIND, today.year),
        root=origin.root,
        unit=origin.unit,
        status=rules.Status.RECEIVED,
        occurred_day=origin.occurred_day,
        occurred_time=origin.occurred_time,
        received_at=now,
        opened_by=by,
        confidentiality=origin.confidentiality,
        sort=rules.Sort.COMPLAINT,
        channel=rules.Channel.REFERRAL,
    )
    referrals.accept(referral, feedback, by=by, now=now)
    data = {"sort": feedback.sort, "channel": feedback.channel, "origin": origin.reference}
    spine.commit(feedback, "received", by=by, data=data)
    return feedback


@transaction.atomic
def note_answer(referral: Referral, by: User) -> None:
    """Notes in the trail what another register answered; who may answer has been asked there."""
    feedback = Feedback.objects.select_for_update().get(pk=referral.origin_id)
    spine.commit(feedback, f"referral_{referral.state}", by=by, data={"to": referral.to_kind})
