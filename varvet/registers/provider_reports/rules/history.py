"""What a report that was handled elsewhere must agree with, when it is taken over."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports.rules.answers import Agreement, Outcome
from varvet.registers.provider_reports.rules.handling import check_agreement


def check_history(days: Sequence[date | None], *, today: date) -> None:
    """Those that are known follow each other, and all of them have been."""
    known = [day for day in days if day is not None]
    if any(later < earlier for earlier, later in pairwise(known)):
        raise RuleBroken("provider_report.history.order", "Dagarna kommer inte i ordning.")
    if known and known[-1] > today:
        raise RuleBroken("provider_report.history.ahead", "En av dagarna har inte varit än.")


def check_outcome(outcome: str, agreement: Agreement, *, investigated: bool) -> None:
    """The provider's outcome goes with its investigation, and ours with whether there was one."""
    if bool(outcome) != investigated:
        sentence = marked("Utfallet och dagen då utredningen kom hör ihop. Skriv båda.")
        raise RuleBroken("provider_report.history.outcome", sentence)
    if outcome:
        Outcome(outcome)
    check_agreement(agreement, investigated=investigated)
