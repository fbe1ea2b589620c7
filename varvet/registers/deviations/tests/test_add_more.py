"""Adding to a report: by whoever reported it, once, and read by the handler; nothing else changes."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, make_person
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions
from varvet.registers.deviations.actions import Origin
from varvet.registers.deviations.models import Deviation, Narrative, Reporting
from varvet.registers.deviations.rules import Status
from varvet.registers.deviations.tests.factories import assessed, closed, events_of, facts_of, in_state, reported

LATER = NOW + timedelta(days=2)
MORE = "Det hände igen i dag."


def add(cast: Cast, deviation: Deviation, *, key: str = "", text: str = MORE) -> Record:
    return actions.add_more(deviation=deviation, text=text, key=key or new_key(), by=cast.bo, now=LATER)


def added_to(deviation: Deviation) -> list[str]:
    return [row.text for row in Narrative.objects.filter(deviation=deviation, part="more").order_by("pk")]


def test_more_is_kept_apart_and_told_in_the_trail(cast: Cast) -> None:
    deviation = reported(cast)
    before = facts_of(deviation)
    add(cast, deviation)
    add(cast, deviation, text="Och en gång till.")
    assert added_to(deviation) == [MORE, "Och en gång till."]
    assert events_of(deviation)[1:] == [("added_more", 2, cast.bo.pk), ("added_more", 3, cast.bo.pk)]
    assert facts_of(deviation) == before


def test_those_who_handle_it_are_told(cast: Cast) -> None:
    deviation = reported(cast)
    Notification.objects.all().delete()
    add(cast, deviation)
    assert [(row.receiver, row.event) for row in Notification.objects.all()] == [(cast.alice, Event.ADDED)]


def test_a_double_click_adds_once(cast: Cast) -> None:
    deviation = reported(cast)
    for _ in range(2):
        add(cast, deviation, key="k" * 32)
    assert added_to(deviation) == [MORE]


def test_the_colleague_it_was_reported_for_may(cast: Cast) -> None:
    colleague = make_person("Cim", "employee", cast.a)
    deviation = reported(cast, origin=Origin(on_behalf_of=colleague))
    actions.add_more(deviation=deviation, text=MORE, key=new_key(), by=colleague, now=LATER)
    assert added_to(deviation) == [MORE]


@pytest.mark.parametrize("name", ["alice", "cecilia", "dag", "eva", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    deviation = reported(cast)
    with pytest.raises(NotAllowed):
        actions.add_more(deviation=deviation, text=MORE, key=new_key(), by=getattr(cast, name), now=LATER)
    assert added_to(deviation) == []


@pytest.mark.parametrize("status", [*Status])
def test_in_every_state_but_a_duplicate(cast: Cast, status: Status) -> None:
    deviation = closed(cast) if status == Status.CLOSED else in_state(cast, status)
    if status != Status.DUPLICATE:
        add(cast, deviation)
        assert Deviation.objects.get(pk=deviation.pk).status == status
        return
    with pytest.raises(RuleBroken) as broken:
        add(cast, deviation)
    assert broken.value.code == "deviation.more.duplicate"
    assert added_to(deviation) == []


@pytest.mark.parametrize("text", ["", "  \n", "ab", "å" * 20_001])
def test_something_must_be_said(cast: Cast, text: str) -> None:
    deviation = reported(cast)
    with pytest.raises(RuleBroken):
        add(cast, deviation, text=text)


def test_it_waits_for_no_version_but_makes_a_handlers_page_old(cast: Cast) -> None:
    seen = reported(cast)
    handled = assessed(cast)
    add(cast, seen)
    add(cast, handled)
    assert Record.objects.get(pk=seen.pk).version == seen.version + 1


def test_by_a_code_that_is_none_nothing_is_added(cast: Cast) -> None:
    reported(cast)
    for code in ("", "0" * 64):
        with pytest.raises(Reporting.DoesNotExist):
            actions.add_more_by_code(follow_hash=code, text=MORE, key="k", now=LATER)


def test_in_the_browser(cast: Cast) -> None:
    deviation = reported(cast)
    client, address = as_(cast.bo), f"/mina-rapporter/{deviation.reference}/"
    page = client.post(address, {"key": "k" * 32, "more": MORE}, follow=True)
    assert page.redirect_chain == [(address, 302)]
    assert MORE in text_of(page)
    assert MORE in text_of(as_(cast.alice).get(f"/avvikelser/{deviation.reference}/"))


@pytest.mark.parametrize("name", ["alice", "cecilia", "dag", "stranger"])
def test_others_find_no_such_page(cast: Cast, name: str) -> None:
    deviation = reported(cast)
    client, address = as_(getattr(cast, name)), f"/mina-rapporter/{deviation.reference}/"
    assert client.get(address).status_code == 404
    assert client.post(address, {"key": "k" * 32, "more": MORE}).status_code == 404
    assert added_to(deviation) == []


def test_a_name_in_it_is_asked_about(cast: Cast) -> None:
    deviation = reported(cast)
    client, address = as_(cast.bo), f"/mina-rapporter/{deviation.reference}/"
    form = {"key": "k" * 32, "more": "Det var Anna igen."}
    page = text_of(client.post(address, form))
    assert "Skicka ändå" in page
    assert "Det var Anna igen." in page
    assert added_to(deviation) == []
    assert client.post(address, {**form, "anyway": "1"}).status_code == 302
    assert added_to(deviation) == ["Det var Anna igen."]
