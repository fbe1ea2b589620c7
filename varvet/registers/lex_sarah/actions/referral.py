"""Answering another register's question: it becomes a case here, or is refused with a written reason."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.models import Referral
from varvet.registers.lex_sarah.actions.report import new_case
from varvet.registers.lex_sarah.models import KIND, LexSarah


@transaction.atomic
def accept_referral(*, referral: Referral, by: User, now: datetime) -> LexSarah:
    """A received case in the same unit, as secret as what it follows from. Its texts stay in the first register."""
    check(by, "lex_sarah.investigate", referral.unit, today=day_of(now))
    origin = referral.origin
    case = new_case(referral.unit, by=by, now=now, confidentiality=origin.confidentiality)
    case.occurred_day, case.occurred_time = origin.occurred_day, origin.occurred_time
    case.save()
    referrals.accept(referral, case, by=by)
    spine.commit(case, "received", by=by, data={"origin": origin.reference})
    return case


@transaction.atomic
def refuse_referral(*, referral: Referral, reason: str, by: User, now: datetime) -> None:
    """Leaves the reason, encrypted, on the question, and a row in the trail."""
    check(by, "lex_sarah.investigate", referral.unit, today=day_of(now))
    referrals.refuse(referral, reason, by=by)
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=referral.unit_id)
    trail.write([trail.event("referral_refused", subject, data={"origin": referral.origin.reference})])
