"""What a private provider's report counts as, from the information to what came of it: never as one of our own."""

from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Provider as WhoseService
from varvet.kernel.records.registry import FactRow
from varvet.registers.provider_reports.models import ProviderReport

RELATED = ("category", "category_list", "follow_ups")
HAPPENINGS = (
    "received",
    "requested",
    "investigation_received",
    "assessed",
    "reported_to_authority",
    "followed_up",
    "closed",
    "reopened",
    "not_ours",
)


def facts(report: ProviderReport) -> list[FactRow]:
    """Every happening carries the provider's outcome once there is one; `days` are from the day we were informed.

    `reported_to_authority` is the provider's own notification. What turned out to be another's is not `received`.
    The provider is private whatever unit the report concerns: it may be the one that placed the person.
    """
    day = day_of(report.received_at)
    received = _received(report, day)
    if report.not_ours_on:
        return [_later(received, "not_ours", report.not_ours_on)]
    happenings = {
        "requested": report.requested_on,
        "investigation_received": report.investigation_on,
        "assessed": report.assessed_on,
        "reported_to_authority": report.notified_on,
        "closed": report.closed_on,
        "reopened": report.reopened_on,
    }
    later = [_later(received, happening, on) for happening, on in happenings.items() if on]
    return [received, *later, *_followed_up(report, received)]


def _followed_up(report: ProviderReport, received: FactRow) -> list[FactRow]:
    """One for each that is done; `direction` says whether the contract or the person was followed up."""
    return [
        replace(_later(received, "followed_up", one.done_on), direction=one.subject)
        for one in report.follow_ups.all()
        if one.done_on
    ]


def _later(received: FactRow, happening: str, on: date) -> FactRow:
    return replace(received, happening=happening, day=on, days=(on - received.day).days)


def _received(report: ProviderReport, day: date) -> FactRow:
    return FactRow(
        happening="received",
        day=day,
        unit_id=report.unit_id,
        provider=WhoseService.PRIVATE.value,
        kind=report.law,
        channel=report.channel,
        huvudman=report.other_principal,
        category_list=report.category_list.key if report.category_list else "",
        category=report.category.code if report.category else "",
        outcome=report.outcome,
    )
