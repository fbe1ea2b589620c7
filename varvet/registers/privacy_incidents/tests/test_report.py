"""Reporting: works once, only for those who may, with its trail and its fact."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import Narrative, PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import SECRET, Desk, events, happenings, make_received


def content(desk: Desk) -> actions.Report:
    return actions.Report(unit=desk.cast.a, what=SECRET, aware_at=NOW)


def test_a_report_becomes_an_incident_with_trail_and_fact(desk: Desk) -> None:
    incident = make_received(desk)
    assert (incident.reference, incident.status, incident.version) == ("PUI-2026-0001", "received", 1)
    assert events(incident) == ["received"]
    assert happenings(incident) == [("received", TODAY)]
    assert Narrative.objects.get(incident=incident).text == SECRET


def test_it_counts_from_the_day_it_became_known_in_sweden(desk: Desk) -> None:
    """A quarter to midnight in Greenwich is the next day, and the next year, here."""
    incident = make_received(desk, datetime(2025, 12, 31, 23, 45, tzinfo=UTC))
    assert incident.reference == "PUI-2026-0001"
    assert [day.isoformat() for _, day in happenings(incident)] == ["2026-01-01"]


def test_sent_twice_it_is_one_incident(desk: Desk) -> None:
    first, second = (actions.report(content=content(desk), key="same", by=desk.cast.bo, now=NOW) for _ in range(2))
    assert first.pk == second.pk
    assert PrivacyIncident.objects.count() == 1


@pytest.mark.parametrize("who", ["gun", "hugo", "cecilia", "stranger"])
def test_wrong_role_or_another_unit_is_refused(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.report(content=content(desk), key="k", by=getattr(desk.cast, who), now=NOW)
    assert not PrivacyIncident.objects.exists()


@pytest.mark.parametrize("wrong", [{"what": "  "}, {"aware_at": NOW + timedelta(minutes=1)}])
def test_nothing_told_or_a_time_to_come_is_refused(desk: Desk, wrong: dict[str, object]) -> None:
    sent = replace(content(desk), **wrong)  # type: ignore[arg-type]  # one field
    with pytest.raises(RuleBroken):
        actions.report(content=sent, key="k", by=desk.cast.bo, now=NOW)
    assert not PrivacyIncident.objects.exists()
