"""Ending: followed up, closed when nothing is missing, found to be no incident, and opened again."""

from datetime import date

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import Narrative, Part, PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import (
    DONE,
    FEEDBACK,
    LATER,
    LATER_DAY,
    SOON_DAY,
    Desk,
    assessment,
    events,
    happenings,
    make_assessed,
    make_closed,
    make_decided,
    make_dismissed,
    make_informed,
    make_notified,
    make_received,
    make_reopened,
    texts_of,
    to_all,
)

WRONG = ["bo", "dag", "officer", "delegate", "cecilia", "stranger", "hugo"]


def close(desk: Desk, incident: PrivacyIncident, who: str = "alice", feedback: str = FEEDBACK) -> PrivacyIncident:
    closing = actions.Closing(DONE, feedback)
    return actions.close(incident=incident, closing=closing, version=incident.version, by=desk.named(who), now=LATER)


def test_closed_with_trail_facts_and_word_to_the_reporter(desk: Desk) -> None:
    incident = make_closed(desk)
    assert (incident.status, incident.closed_at, incident.closed_on) == ("closed", LATER, LATER_DAY)
    assert events(incident)[-1] == "closed"
    assert happenings(incident) == [
        ("received", TODAY),
        ("assessed", SOON_DAY),
        ("decided", SOON_DAY),
        ("told", LATER_DAY),
        ("closed", LATER_DAY),
    ]
    texts = texts_of(incident)
    assert (texts[Part.DONE], texts[Part.FEEDBACK]) == (DONE, FEEDBACK)
    assert Notification.objects.filter(record=incident.pk, event="closed", receiver=desk.cast.bo).count() == 1


@pytest.mark.parametrize("who", WRONG)
def test_wrong_role_closes_nothing(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        close(desk, make_decided(desk), who)


def test_not_before_it_is_decided_nor_twice(desk: Desk) -> None:
    for incident in (make_received(desk), make_assessed(desk)):
        with pytest.raises(RuleBroken, match="Därför går det inte att avsluta"):
            close(desk, incident)
    with pytest.raises(RuleBroken, match="Incidenten är avslutad"):
        close(desk, make_closed(desk))


def test_what_was_decided_must_be_done_first(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Det här saknas: anmälan till IMY"):
        close(desk, make_decided(desk, to_all()))
    with pytest.raises(RuleBroken, match="Det här saknas: information till de berörda"):
        close(desk, make_notified(desk))
    assert close(desk, make_informed(desk)).status == "closed"


def test_a_notification_in_phases_is_completed_first(desk: Desk) -> None:
    incident = make_notified(desk, more_follows=True)
    told = actions.Informed(SOON_DAY, "letter", "Ett brev.")  # type: ignore[arg-type]  # its stored value
    incident = actions.inform(incident=incident, told=told, version=incident.version, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="sista kompletteringen"):
        close(desk, incident)


@pytest.mark.parametrize(("done", "feedback", "field"), [(" ", FEEDBACK, "done"), (DONE, "", "feedback")])
def test_nothing_said_is_refused(desk: Desk, done: str, feedback: str, field: str) -> None:
    incident = make_decided(desk)
    with pytest.raises(RuleBroken) as broken:
        actions.close(
            incident=incident,
            closing=actions.Closing(done, feedback),
            version=incident.version,
            by=desk.cast.alice,
            now=LATER,
        )
    assert broken.value.field == field


def follow_up(desk: Desk, due_on: date, who: str = "alice") -> PrivacyIncident:
    incident = make_decided(desk)
    return actions.follow_up(
        incident=incident,
        plan=("Går igenom skrivaren varje vecka.", due_on),
        version=incident.version,
        by=desk.named(who),
        now=LATER,
    )


def test_followed_up_on_a_day_to_come_and_then_closed(desk: Desk) -> None:
    incident = follow_up(desk, date(2026, 4, 20))
    assert (incident.status, incident.follow_up_due_on) == ("following_up", date(2026, 4, 20))
    assert events(incident)[-1] == "following_up"
    assert close(desk, incident).status == "closed"


def test_a_follow_up_lies_ahead_and_is_theirs_who_handle(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="en dag som kommer"):
        follow_up(desk, LATER_DAY)
    with pytest.raises(NotAllowed):
        follow_up(desk, date(2026, 4, 20), "delegate")


def test_no_incident_is_reported_and_dismissed_but_never_received(desk: Desk) -> None:
    incident = make_dismissed(desk)
    assert (incident.status, incident.dismissed_on) == ("not_incident", LATER_DAY)
    assert happenings(incident) == [("dismissed", LATER_DAY)]
    assert Fact.objects.filter(record_id=incident.pk, happening="reported").count() == 1
    assert Narrative.objects.get(incident=incident, part=Part.DISMISSED).text == "Inga personuppgifter."
    assert Notification.objects.filter(record=incident.pk, receiver=desk.cast.bo).count() == 1


@pytest.mark.parametrize("who", WRONG)
def test_wrong_role_dismisses_nothing(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.dismiss(incident=make_received(desk), reason="Inget.", version=1, by=desk.named(who), now=LATER)


def test_not_without_a_reason_nor_once_it_is_decided(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Skriv varför det inte är en incident"):
        actions.dismiss(incident=make_received(desk), reason=" ", version=1, by=desk.cast.alice, now=LATER)
    incident = make_decided(desk)
    with pytest.raises(RuleBroken, match="Incidenten är beslutad"):
        actions.dismiss(incident=incident, reason="Inget.", version=incident.version, by=desk.cast.alice, now=LATER)


def test_what_imy_knows_of_is_not_dismissed_even_when_opened_again(desk: Desk) -> None:
    incident = close(desk, make_informed(desk))
    incident = actions.reopen(
        incident=incident, reason="Nytt kom fram.", version=incident.version, by=desk.cast.alice, now=LATER
    )
    with pytest.raises(RuleBroken, match="anmäld till IMY"):
        actions.dismiss(incident=incident, reason="Inget.", version=incident.version, by=desk.cast.alice, now=LATER)


def test_opened_again_its_closing_no_longer_counts_until_it_is_closed_again(desk: Desk) -> None:
    incident = make_reopened(desk)
    assert (incident.status, incident.closed_at, incident.closed_on) == ("reopened", None, None)
    names = [name for name, _ in happenings(incident)]
    assert ("closed" in names, "told" in names, "reopened" in names) == (False, False, True)
    incident = actions.assess(
        incident=incident, assessment=assessment(), version=incident.version, by=desk.cast.alice, now=LATER
    )
    assert incident.status == "assessed"


@pytest.mark.parametrize("who", WRONG)
def test_wrong_role_reopens_nothing(desk: Desk, who: str) -> None:
    incident = make_closed(desk)
    with pytest.raises(NotAllowed):
        actions.reopen(incident=incident, reason="Nytt.", version=incident.version, by=desk.named(who), now=LATER)


def test_not_without_a_reason_nor_while_it_is_open(desk: Desk) -> None:
    incident = make_closed(desk)
    with pytest.raises(RuleBroken, match="Skriv varför incidenten öppnas igen"):
        actions.reopen(incident=incident, reason="", version=incident.version, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="Incidenten är mottagen"):
        actions.reopen(incident=make_received(desk), reason="Nytt.", version=1, by=desk.cast.alice, now=LATER)
