"""Assessing: whether we share what the provider found, with grounds."""

from datetime import date

import pytest

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Agreement
from varvet.registers.provider_reports.tests.factories import (
    ASSESSED,
    assessed,
    events_of,
    facts_of,
    fresh,
    requested,
    taken_in,
    words_of,
)


def judged(cast: Cast, report: ProviderReport, agreement: Agreement, grounds: str = "Skälen.") -> ProviderReport:
    content = actions.Assessment(agreement, grounds)
    return actions.assess(report=report, content=content, version=report.version, by=cast.dag, now=ASSESSED)


def test_it_is_kept_and_counted(cast: Cast) -> None:
    report = fresh(assessed(cast))
    assert (report.status, report.agreement, report.assessed_on) == ("assessed", "agrees", ASSESSED.date())
    assert words_of(report)["grounds"] == "Utredningen svarar på vad som hände och varför."
    assert facts_of(report)[-1] == ("assessed", date(2026, 4, 3), "misconduct", 22)
    assert events_of(report)[-1] == ("assessed", 4, cast.dag.pk)


def test_one_that_never_came_is_assessed_with_the_grounds_for_not_waiting(cast: Cast) -> None:
    report = judged(cast, requested(cast), Agreement.NO_BASIS, "Utföraren har gått i konkurs.")
    assert (fresh(report).status, fresh(report).outcome) == ("assessed", "")


@pytest.mark.parametrize("agreement", [Agreement.AGREES, Agreement.PARTLY, Agreement.DISAGREES])
def test_nobody_agrees_with_what_has_not_come(cast: Cast, agreement: Agreement) -> None:
    with pytest.raises(RuleBroken) as broken:
        judged(cast, requested(cast), agreement)
    assert broken.value.code == "provider_report.agreement.no_basis"


def test_what_has_come_is_judged(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        judged(cast, taken_in(cast), Agreement.NO_BASIS)
    assert broken.value.code == "provider_report.agreement.basis"


def test_it_needs_grounds(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        judged(cast, taken_in(cast), Agreement.AGREES, "  ")
    assert broken.value.code == "provider_report.grounds.empty"
