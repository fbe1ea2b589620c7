"""Reporting: works once, only for those who may, and tells all who must act."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Link, Referral
from varvet.kernel.records.referrals import refer
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import KIND, Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Aware
from varvet.registers.privacy_incidents.tests.factories import (
    SECRET,
    Desk,
    content,
    events,
    happenings,
    make_closed,
    make_excluding,
    make_received,
    texts_of,
)


def told_of(incident: PrivacyIncident) -> set[str]:
    spread()
    rows = Notification.objects.filter(record=incident.pk, event="arrived").select_related("receiver")
    return {row.receiver.name for row in rows}


def test_a_report_becomes_an_incident_with_trail_and_facts(desk: Desk) -> None:
    incident = make_received(desk, at_once="Vi hämtade pappret.")
    assert (incident.reference, incident.status, incident.version) == ("PUI-2026-0001", "received", 1)
    assert events(incident) == ["received"]
    assert happenings(incident) == [("received", TODAY)]
    assert Fact.objects.filter(record_id=incident.pk, happening="reported", day=TODAY).count() == 1
    texts = texts_of(incident)
    assert texts == {Part.WHAT: SECRET, Part.AT_ONCE: "Vi hämtade pappret."}


def test_the_unit_the_officer_and_the_delegate_are_told_at_once(desk: Desk) -> None:
    assert told_of(make_received(desk)) == {"Alice", "Disa", "Dora"}


def test_a_manager_it_is_about_is_not_told(desk: Desk) -> None:
    assert told_of(make_excluding(desk)) == {"Eva", "Disa", "Dora"}


def test_just_now_is_now_whatever_time_was_left_in_the_field(desk: Desk) -> None:
    told = replace(content(desk), aware=Aware.JUST_NOW, moment=NOW - timedelta(days=9))
    record = actions.report(content=told, key="k", by=desk.cast.bo, now=NOW)
    assert record.received_at == NOW


def test_it_counts_from_the_day_it_became_known_in_sweden(desk: Desk) -> None:
    """A quarter to midnight in Greenwich is the next day, and the next year, here."""
    incident = make_received(desk, datetime(2025, 12, 31, 23, 45, tzinfo=UTC))
    assert incident.reference == "PUI-2026-0001"
    assert [day.isoformat() for _, day in happenings(incident)] == ["2026-01-01"]


def test_sent_twice_it_is_one_incident(desk: Desk) -> None:
    first, second = (actions.report(content=content(desk), key="same", by=desk.cast.bo, now=NOW) for _ in range(2))
    assert first.pk == second.pk
    assert PrivacyIncident.objects.count() == 1


@pytest.mark.parametrize("who", ["gun", "hugo", "cecilia", "stranger", "officer"])
def test_wrong_role_or_another_unit_is_refused(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.report(content=content(desk), key="k", by=desk.named(who), now=NOW)
    assert not PrivacyIncident.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "  "},
        {"moment": NOW + timedelta(minutes=1)},
        {"moment": None},
        {"occurred_day": date(2026, 3, 17)},
    ],
)
def test_nothing_told_or_a_time_to_come_is_refused(desk: Desk, wrong: dict[str, object]) -> None:
    sent = replace(content(desk), **wrong)  # type: ignore[arg-type]  # one field
    with pytest.raises(RuleBroken):
        actions.report(content=sent, key="k", by=desk.cast.bo, now=NOW)
    assert not PrivacyIncident.objects.exists()


def test_started_from_a_record_it_follows_it_and_answers_its_question(desk: Desk) -> None:
    """Any record will do here; deviations are another register's."""
    origin = make_closed(desk)
    referral = refer(origin, KIND, by=desk.cast.alice)
    incident = make_received(desk, follows=origin)
    assert Link.objects.filter(source=incident.pk, target=origin.pk).count() == 1
    referral.refresh_from_db()
    assert (referral.state, referral.answer_id) == (Referral.State.ACCEPTED, incident.pk)
