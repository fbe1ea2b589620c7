"""How far the handling of a report has come, as the rules ask."""

from varvet.registers.provider_reports.models.report import ProviderReport
from varvet.registers.provider_reports.rules import Progress, Subject


def progress_of(report: ProviderReport) -> Progress:
    found = list(report.follow_ups.all())
    return Progress(
        assessed=report.assessed_on is not None,
        provider_known=report.provider_id is not None,
        ours=report.ours,
        outcome=report.outcome,
        notified=report.notified,
        left=len([one for one in found if not one.is_done]),
        total=len(found),
        person_followed=any(one.is_done and one.subject == Subject.PERSON for one in found),
        told_provider=report.told_on is not None,
    )
