"""What the letter to a provider is made of: coded values and our own words, never what leads to the person."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import get_settings
from varvet.kernel.records import narratives
from varvet.registers.provider_reports.models import Part, ProviderReport

SENDER, BOARD = "organisation_name", "addressee"


@dataclass(frozen=True)
class Letter:
    """`asked` is what the provider was asked besides, the latest words; `sender` and `board` as the root is called."""

    report: ProviderReport
    sender: str
    board: str
    asked: str
    event_day: date


def read_letter(reader: Reader, report: ProviderReport) -> Letter:
    """The reading of our words is noted."""
    called = get_settings(report.root, (SENDER, BOARD), reader.today)
    words = [said.text for said in narratives.read(report, by=reader.user, only=Q(part=Part.REQUEST))]
    return Letter(
        report=report,
        sender=called[SENDER] or report.root.name,
        board=called[BOARD],
        asked=words[-1] if words else "",
        event_day=report.occurred_day or day_of(report.received_at),
    )
