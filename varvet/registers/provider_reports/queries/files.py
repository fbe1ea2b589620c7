"""What a reader may do with a report's files: the provider's investigation, and what came with it."""

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.queries.visible import SEE, can_handle, may_within
from varvet.registers.provider_reports.rules import Event, may


def may_add(reader: Reader, report: ProviderReport) -> bool:
    return can_handle(reader, report) and may(Event.AUTHORITY, report.status)


def may_remove(reader: Reader, report: ProviderReport) -> bool:
    return may_within(reader, "provider_reports.remove_files", report)


def reads_all_files(reader: Reader, report: ProviderReport) -> bool:
    return may_within(reader, SEE, report)


def page_with_files(_: Reader, report: ProviderReport) -> str:
    return reverse("provider_reports:page", args=[report.reference])
