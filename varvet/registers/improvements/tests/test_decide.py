"""Deciding on an improvement."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, Cast
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link
from varvet.kernel.records.once import new_key
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement, Narrative
from varvet.registers.improvements.rules import Status
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    WHY,
    Counted,
    counted,
    decide_form_of,
    decision,
    last_event,
    make,
)


def test_it_is_planned_and_keeps_what_was_decided(cast: Cast) -> None:
    held = make(cast)
    assert (held.reference, held.status, held.what) == ("ATG-2026-0001", Status.PLANNED, "Ny rutin för inkorgen")
    assert [(a.quality_area, a.primary) for a in held.areas.all()] == [("A", True), ("H", False)]
    assert Narrative.objects.get(improvement=held).text == WHY


def test_facts_and_audit(cast: Cast) -> None:
    held = make(cast)
    assert counted(held) == [Counted("decided", DECIDED)]
    assert last_event(held) == ("decided", cast.alice.pk, 1)


def test_sent_twice_it_is_decided_once(cast: Cast) -> None:
    key = new_key()
    first, second = (actions.decide(content=decision(cast.a), key=key, by=cast.alice, now=NOW) for _ in range(2))
    assert first.pk == second.pk
    assert Improvement.objects.count() == 1


def test_it_remembers_what_led_to_it(cast: Cast) -> None:
    first = make(cast)
    second = make(cast, replace(decision(cast.a), follows=first))
    assert Link.objects.get().source_id == second.pk
    assert Link.objects.get().target_id == first.pk


def test_without_area_or_cause(cast: Cast) -> None:
    held = make(cast, replace(decision(cast.a), why=" ", quality_areas=()))
    assert counted(held) == [Counted("decided", DECIDED, quality_area="")]
    assert not Narrative.objects.exists()


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.decide(content=decision(cast.a), key=new_key(), by=getattr(cast, who), now=NOW)
    assert not Improvement.objects.exists()


def test_a_decision_yet_to_come_is_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        make(cast, replace(decision(cast.a), decided_on=TODAY + timedelta(days=1)))
    assert not Improvement.objects.exists()


def test_the_form_decides(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    answer = client.post(reverse("improvements:decide"), decide_form_of(cast.a, cast.alice))
    held = Improvement.objects.get()
    assert answer.headers["Location"] == reverse("improvements:page", args=[held.reference])
    assert held.owner == cast.alice


def test_the_form_offers_the_quality_areas_of_the_root(client: Client, cast: Cast) -> None:
    choose(cast.root, "quality_areas", {"A": "Rättssäkerhet", "H": "Samverkan"}, first_day=LONG_AGO)
    client.force_login(cast.alice)
    assert "H Samverkan" in client.get(reverse("improvements:decide"), follow=True).content.decode()
    chosen = {"area": "H", "more_areas": ["A", "H"]}
    client.post(reverse("improvements:decide"), {**decide_form_of(cast.a, cast.alice), **chosen})
    areas = Improvement.objects.get().areas.all()
    assert [(area.quality_area, area.primary) for area in areas] == [("H", True), ("A", False)]


def test_the_form_follows_a_record_that_may_be_seen(client: Client, cast: Cast) -> None:
    first = make(cast)
    client.force_login(cast.alice)
    address = f"{reverse('improvements:decide')}?fran={first.reference}"
    assert first.reference in client.get(address, follow=True).content.decode()
    client.post(address, decide_form_of(cast.a, cast.alice))
    assert Link.objects.get().target_id == first.pk


def test_the_form_answers_a_part_of_what_it_follows_and_leads_back(client: Client, cast: Cast) -> None:
    first = make(cast)
    client.force_login(cast.alice)
    address = f"{reverse('improvements:decide')}?fran={first.reference}&del=cause-7"
    answer = client.post(address, decide_form_of(cast.a, cast.alice))
    assert answer.headers["Location"] == reverse("improvements:page", args=[first.reference])
    assert Link.objects.get().part == "cause-7"


def test_the_form_does_not_follow_a_record_of_another_unit(client: Client, cast: Cast) -> None:
    first = make(cast)
    client.force_login(cast.cecilia)
    client.post(f"{reverse('improvements:decide')}?fran={first.reference}", decide_form_of(cast.b, cast.alice))
    assert Improvement.objects.count() == 2
    assert not Link.objects.exists()


def test_what_is_wrong_comes_back_with_the_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    answer = client.post(reverse("improvements:decide"), {**decide_form_of(cast.a, cast.alice), "what": ""})
    assert answer.status_code == 422
    assert "Skriv vad som ska göras." in answer.content.decode()


def test_who_decides_nowhere_gets_no_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.dag)
    assert client.get(reverse("improvements:decide")).status_code == 403
