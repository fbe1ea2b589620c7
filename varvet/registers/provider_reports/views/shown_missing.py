"""What is missing before a report can be closed, and where it is done."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.models import ProviderReport, progress_of


@dataclass(frozen=True)
class Left:
    label: str
    href: str


def items_of(report: ProviderReport) -> list[rules.Missing]:
    return rules.before_closing(progress_of(report))


def missing_of(report: ProviderReport) -> list[Left]:
    return [left_of(item, report) for item in items_of(report) if not item.done]


def left_of(item: rules.Missing, report: ProviderReport) -> Left:
    """No address where the state does not let it be done yet."""
    is_event = item.place != rules.FOLLOW_UPS
    possible = not is_event or rules.may(item.place, report.status)
    return Left(sentence_of(item), address_of(item.place, report) if possible else "")


def sentence_of(item: rules.Missing) -> str:
    return _(item.sentence).format(left=item.left, total=item.total)


def address_of(place: str, report: ProviderReport) -> str:
    """Of a step's page, or of the follow-ups on the report's own."""
    if place == rules.FOLLOW_UPS:
        return f"{reverse('provider_reports:page', args=[report.reference])}#uppfoljning"
    return reverse(f"provider_reports:{place}", args=[report.reference])
