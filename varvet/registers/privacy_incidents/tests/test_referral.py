"""Answering another register's question: an incident with its origin, whose clock began when that came in."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.notifications.models import Notification
from varvet.kernel.questions import answering
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality, Link, Referral
from varvet.kernel.records.referrals import refer
from varvet.registers.privacy_incidents import queries
from varvet.registers.privacy_incidents.models import KIND, PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import LATER, Desk, events, make_excluding, make_received


def asked(desk: Desk, origin: PrivacyIncident | None = None) -> Referral:
    """Any record can ask; here one of the same register does, since others are not known here."""
    return refer(origin or make_received(desk), KIND, by=desk.cast.alice)


def accepted(desk: Desk, referral: Referral, who: str) -> PrivacyIncident:
    record = answering.accept(referral=referral, by=desk.named(who), now=LATER)
    return PrivacyIncident.objects.get(pk=record.pk)


def test_accepted_it_is_an_incident_since_the_origin_came_in(desk: Desk) -> None:
    referral = asked(desk)
    incident = accepted(desk, referral, "alice")
    referral.refresh_from_db()
    assert (referral.state, referral.answer_id) == (Referral.State.ACCEPTED, incident.pk)
    assert incident.received_at == referral.origin.received_at
    assert queries.report_by(incident).moment == referral.origin.received_at + timedelta(hours=72)
    assert Link.objects.filter(source=incident.pk, target=referral.origin_id).count() == 1
    assert (incident.opened_by, events(incident)) == (None, ["received"])
    spread()
    told = Notification.objects.filter(record=incident.pk, event="arrived")
    assert {row.receiver.name for row in told} == {"Disa", "Dora"}


def test_what_is_found_in_a_part_is_known_when_it_is_asked_about(desk: Desk) -> None:
    referral = refer(make_received(desk), KIND, by=desk.cast.alice, part="log.7", now=LATER)
    assert accepted(desk, referral, "alice").received_at == LATER


def test_it_is_as_secret_as_what_it_follows_from(desk: Desk) -> None:
    referral = asked(desk, make_excluding(desk))
    incident = accepted(desk, referral, "eva")
    assert incident.confidentiality == Confidentiality.MANAGER_EXCLUDED


def test_answered_once(desk: Desk) -> None:
    referral = asked(desk)
    accepted(desk, referral, "alice")
    with pytest.raises(RuleBroken, match="redan svarat"):
        accepted(desk, referral, "eva")
    assert PrivacyIncident.objects.count() == 2


def test_refused_with_a_reason_in_the_trail(desk: Desk) -> None:
    referral = asked(desk)
    with pytest.raises(RuleBroken, match="Skriv varför"):
        answering.refuse(referral=referral, reason=" ", by=desk.cast.alice, now=LATER)
    answering.refuse(referral=referral, reason="Inga personuppgifter.", by=desk.cast.alice, now=LATER)
    referral.refresh_from_db()
    assert (referral.state, referral.reason) == (Referral.State.REFUSED, "Inga personuppgifter.")
    assert AuditEvent.objects.filter(kind=KIND, event="referral_refused").count() == 1


@pytest.mark.parametrize("who", ["bo", "dag", "officer", "delegate", "cecilia", "stranger", "hugo"])
def test_wrong_role_answers_nothing(desk: Desk, who: str) -> None:
    referral = asked(desk)
    with pytest.raises(NotAllowed):
        accepted(desk, referral, who)
    with pytest.raises(NotAllowed):
        answering.refuse(referral=referral, reason="Nej tack.", by=desk.named(who), now=LATER)
