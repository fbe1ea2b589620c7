"""Describing: what is known of a report is filled in and corrected while it is open."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.narratives import keep
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.register import About, check_about, fill
from varvet.registers.provider_reports.actions.steps import EXCLUDED, HANDLE, begin, finish
from varvet.registers.provider_reports.models import Part, ProviderReport


@transaction.atomic
def describe(*, report: ProviderReport, about: About, version: int, by: User, now: datetime) -> ProviderReport:
    """A new case reference is kept beside the earlier one; whoever moves it to a unit must be allowed there too."""
    current = begin(report, rules.Event.DESCRIBE, version=version, by=by, now=now)
    check_about(about, current.root_id, day_of(current.received_at))
    if current.requested_on:
        rules.check_provider(known=about.provider is not None)
    fill(current, about)
    check_within(current, HANDLE, EXCLUDED, by=by, today=day_of(now))
    keep(current, {Part.CASE: about.case_reference}, by=by, now=now)
    return finish(current, "described", by=by, data={"unit": current.unit_id, "ours": current.ours})
