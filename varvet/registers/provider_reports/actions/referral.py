"""Taking on what another register asks about: it becomes a report here that remembers where it came from."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.models import Referral
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.register import new_report
from varvet.registers.provider_reports.actions.steps import EXCLUDED, HANDLE
from varvet.registers.provider_reports.models import ProviderReport


@transaction.atomic
def accept_referral(*, referral: Referral, by: User, now: datetime) -> ProviderReport:
    """A received report in the origin's unit, as secret as what it follows from. Which provider is said next."""
    origin = referral.origin
    check_within(origin, HANDLE, EXCLUDED, by=by, today=day_of(now))
    report = new_report(origin.unit, now, by=by, confidentiality=origin.confidentiality)
    report.channel = rules.Channel.REFERRAL
    report.occurred_day, report.occurred_time = origin.occurred_day, origin.occurred_time
    report.save()
    referrals.accept(referral, report, by=by, now=now)
    spine.commit(report, "received", by=by, data={"channel": report.channel, "origin": origin.reference})
    return report
