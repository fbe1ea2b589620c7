"""How every step begins and ends: who and when first, the report locked, one commit last."""

from datetime import datetime

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Event

REGISTER, HANDLE = "provider_reports.register", "provider_reports.handle"
EXCLUDED = "provider_reports.view_excluded"
CASE_REFERENCE = "provider_reports.case_reference"
REMOVE_FILES = "provider_reports.remove_files"


def begin(report: ProviderReport, event: Event, *, version: int, by: User, now: datetime) -> ProviderReport:
    """The report, locked, for somebody who may do this to it, in a state where it can be done."""
    check_within(report, HANDLE, EXCLUDED, by=by, today=day_of(now))
    current = spine.lock(report, version=version)
    rules.check_now(event, current.status)
    return current


def move(report: ProviderReport, event: Event) -> None:
    """Puts it, unsaved, in the state the event leads to."""
    report.status = rules.check_transition(event, report.status)


def finish(report: ProviderReport, event: str, *, by: User, data: dict[str, object] | None = None) -> ProviderReport:
    report.save()
    spine.commit(report, event, by=by, data=data)
    return report
