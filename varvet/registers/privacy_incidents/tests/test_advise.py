"""Advising: the officer says what they recommend, nobody else does, and the delegate still decides."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import reader_of
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.privacy_incidents import actions, queries
from varvet.registers.privacy_incidents.models import Narrative, Part
from varvet.registers.privacy_incidents.rules import Recommendation
from varvet.registers.privacy_incidents.tests.factories import (
    ADVICE,
    SOON,
    SOON_DAY,
    Desk,
    events,
    happenings,
    make_advised,
    make_closed,
    make_decided,
    make_excluding,
    make_received,
)

GIVEN = (Recommendation.NOTIFY, ADVICE)


def test_advice_has_its_day_its_words_and_its_fact(desk: Desk) -> None:
    incident = make_advised(desk)
    assert (incident.status, incident.advice, incident.advised_on) == ("assessed", "notify", SOON_DAY)
    assert events(incident)[-1] == "advised"
    assert ("advised", SOON_DAY) in happenings(incident)
    assert Narrative.objects.get(incident=incident, part=Part.ADVICE).text == ADVICE


def test_the_latest_holds_and_what_was_said_before_stays(desk: Desk) -> None:
    incident = make_advised(desk)
    newer = (Recommendation.NEED_NOT, "Mottagaren har raderat allt.")
    incident = actions.advise(incident=incident, advice=newer, version=incident.version, by=desk.officer, now=SOON)
    assert incident.advice == "need_not"
    assert Narrative.objects.filter(incident=incident, part=Part.ADVICE).count() == 2


def test_it_is_read_by_those_who_handle_and_not_by_who_reported(desk: Desk) -> None:
    incident = make_advised(desk)
    read = {who: queries.read_narratives(reader_of(desk.named(who)), incident) for who in ("delegate", "alice", "bo")}
    assert {who: Part.ADVICE in {w.part for w in words} for who, words in read.items()} == {
        "delegate": True,
        "alice": True,
        "bo": False,
    }


def test_an_officer_advises_also_where_the_manager_is_shut_out(desk: Desk) -> None:
    incident = make_excluding(desk)
    actions.advise(incident=incident, advice=GIVEN, version=1, by=desk.officer, now=SOON)


@pytest.mark.parametrize("who", ["bo", "alice", "eva", "dag", "delegate", "cecilia", "stranger", "hugo", "gun"])
def test_nobody_else_advises(desk: Desk, who: str) -> None:
    incident = make_received(desk)
    with pytest.raises(NotAllowed):
        actions.advise(incident=incident, advice=GIVEN, version=1, by=desk.named(who), now=SOON)


def test_not_when_it_is_ended_and_not_without_words(desk: Desk) -> None:
    incident = make_closed(desk)
    with pytest.raises(RuleBroken, match="Incidenten är avslutad"):
        actions.advise(incident=incident, advice=GIVEN, version=incident.version, by=desk.officer, now=SOON)
    incident = make_received(desk)
    with pytest.raises(RuleBroken, match="Skriv vad du råder till"):
        actions.advise(incident=incident, advice=(Recommendation.NOTIFY, " "), version=1, by=desk.officer, now=SOON)


def test_advice_that_comes_late_is_welcome_but_nobody_waits_for_it(desk: Desk) -> None:
    incident = make_decided(desk)
    assert queries.list_tasks(reader_of(desk.officer)) == []
    actions.advise(incident=incident, advice=GIVEN, version=incident.version, by=desk.officer, now=SOON)
