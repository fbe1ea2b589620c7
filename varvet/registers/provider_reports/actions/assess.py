"""Assessing: whether we share what the provider found, and on what grounds."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.narratives import keep
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.steps import begin, finish, move
from varvet.registers.provider_reports.models import Part, ProviderReport


@dataclass(frozen=True)
class Assessment:
    agreement: rules.Agreement
    grounds: str


@transaction.atomic
def assess(*, report: ProviderReport, content: Assessment, version: int, by: User, now: datetime) -> ProviderReport:
    """Where no investigation ever came, the grounds say what was done to get it."""
    current = begin(report, rules.Event.ASSESS, version=version, by=by, now=now)
    rules.check_agreement(content.agreement, investigated=current.investigation_on is not None)
    rules.check_words("grounds", content.grounds, "Skriv skälen för er bedömning.")
    current.agreement, current.assessed_on = content.agreement, day_of(now)
    move(current, rules.Event.ASSESS)
    keep(current, {Part.GROUNDS: content.grounds}, by=by, now=now)
    return finish(current, "assessed", by=by, data={"agreement": content.agreement})
