"""Taking on what another register asks about: it becomes a case here that remembers where it came from."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.models import Referral
from varvet.kernel.records.reporting import reporter_of
from varvet.registers.lex_sarah.actions.report import new_case
from varvet.registers.lex_sarah.actions.shutting_out import shuts_out_reporter
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import Channel

PERMISSION, EXCLUDED = "lex_sarah.investigate", "lex_sarah.view_excluded"


@transaction.atomic
def accept_referral(*, referral: Referral, by: User, now: datetime) -> LexSarah:
    """A received case in the origin's unit, as secret as what it follows from. Its texts stay in the first register.

    Whoever reported the origin is the reporter here too, not the one who takes it on.
    """
    origin = referral.origin
    check_within(origin, PERMISSION, EXCLUDED, by=by, today=day_of(now))
    case = new_case(origin.unit, reporter=reporter_of(origin), now=now, confidentiality=origin.confidentiality)
    case.occurred_day, case.occurred_time = origin.occurred_day, origin.occurred_time
    case.channel, case.reporter_shut_out = Channel.REFERRAL, shuts_out_reporter(case, now=now)
    case.save()
    referrals.accept(referral, case, by=by, now=now)
    spine.commit(case, "received", by=by, data={"origin": origin.reference})
    return case
