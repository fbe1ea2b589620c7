"""Assigning, and writing notes and word on the way: to those who may, read by those it is for."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import make_person, reader_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.privacy_incidents import actions, queries
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import (
    SOON,
    Desk,
    events,
    make_closed,
    make_excluding,
    make_received,
)

WRONG = ["bo", "dag", "officer", "delegate", "cecilia", "stranger", "hugo"]


def assign(desk: Desk, incident: PrivacyIncident, handler: User | None, who: str = "alice") -> PrivacyIncident:
    return actions.assign(incident=incident, handler=handler, version=incident.version, by=desk.named(who), now=SOON)


def test_somebody_gets_it_by_name_and_is_told(desk: Desk) -> None:
    incident = assign(desk, make_received(desk), desk.cast.eva)
    assert (incident.handler, events(incident)[-1]) == (desk.cast.eva, "assigned")
    assert Notification.objects.filter(record=incident.pk, event="assigned", receiver=desk.cast.eva).exists()
    assert queries.list_tasks(reader_of(desk.cast.alice)) == []
    assert len(queries.list_tasks(reader_of(desk.cast.eva))) == 1


@pytest.mark.parametrize("who", ["bo", "dag", "officer", "cecilia"])
def test_nobody_gets_it_who_may_not_handle(desk: Desk, who: str) -> None:
    with pytest.raises(RuleBroken, match="får handlägga i enheten"):
        assign(desk, make_received(desk), desk.named(who))


def test_a_manager_it_is_about_never_gets_it(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="får handlägga i enheten"):
        assign(desk, make_excluding(desk), desk.cast.alice, "eva")
    assert assign(desk, make_received(desk), desk.cast.alice, "eva").handler == desk.cast.alice


def test_given_to_another_when_somebody_leaves(desk: Desk) -> None:
    incident = assign(desk, make_received(desk), desk.cast.eva)
    other = make_person("Olle", "unit_manager", desk.cast.a)
    actions.reassign(incident, other, "Eva slutar.", desk.cast.hugo, SOON)
    incident.refresh_from_db()
    assert (incident.handler, events(incident)[-1]) == (other, "reassigned")
    assert [w.text for w in queries.read_narratives(reader_of(other), incident) if w.part == Part.NOTE] == [
        "Eva slutar."
    ]
    with pytest.raises(RuleBroken):
        actions.reassign(incident, desk.cast.bo, "Fel.", desk.cast.hugo, SOON)


@pytest.mark.parametrize("who", WRONG)
def test_wrong_role_assigns_and_writes_nothing(desk: Desk, who: str) -> None:
    incident = make_received(desk)
    with pytest.raises(NotAllowed):
        assign(desk, incident, None, who)
    with pytest.raises(NotAllowed):
        actions.write(incident=incident, said=(Part.NOTE, "Hej hej"), version=1, by=desk.named(who), now=SOON)


@pytest.mark.parametrize(("part", "event", "told"), [(Part.NOTE, "noted", False), (Part.MESSAGE, "messaged", True)])
def test_a_note_is_internal_and_a_message_is_the_reporters(
    desk: Desk,
    part: Part,
    event: str,
    told: bool,  # noqa: FBT001 - a truth table
) -> None:
    incident = make_received(desk)
    incident = actions.write(incident=incident, said=(part, "Vi ringer."), version=1, by=desk.cast.alice, now=SOON)
    assert events(incident)[-1] == event
    read = queries.read_narratives(reader_of(desk.cast.bo), incident)
    assert ("Vi ringer." in {words.text for words in read}) is told
    assert Notification.objects.filter(event="answered", receiver=desk.cast.bo).exists() is told


def test_nothing_said_and_nothing_after_the_end(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Skriv något först"):
        actions.write(incident=make_received(desk), said=(Part.NOTE, " "), version=1, by=desk.cast.alice, now=SOON)
    closed = make_closed(desk)
    with pytest.raises(RuleBroken, match="Incidenten är avslutad"):
        assign(desk, closed, None)
