"""What is handled as a risk instead: said when it is given up or judged, tied to the risk, and begun from there."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.once import new_key
from varvet.kernel.records.registry import get_register
from varvet.registers.improvements import actions, rules
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import Effect, Status
from varvet.registers.improvements.tests.factories import (
    Counted,
    counted,
    form_of,
    fresh,
    last_event,
    make,
    make_done,
)

RISK = "Brev skickas till fel adress"
PICTURE = actions.Judgement(Effect.IN_RISK_PICTURE, "Systemet kan inte ändras i år")


def add_risk(client: Client, cast: Cast, asked: str = "") -> Record:
    """Written in on its own page by Alice."""
    sent = {"key": new_key(), "unit": cast.a.pk, "name": RISK, "occasion": "yearly"}
    answer = client.post(reverse(get_register("risks").start.url_name) + asked, sent)  # type: ignore[union-attr]
    assert answer.status_code == 302, answer.content.decode()
    return Record.objects.filter(kind="risks").order_by("-pk")[0]


def judge(held: Improvement, cast: Cast, judgement: actions.Judgement) -> Improvement:
    return actions.judge_effect(improvement=held, judgement=judgement, version=held.version, by=cast.eva, now=NOW)


@pytest.mark.parametrize("effect", sorted(rules.LEFT_UNSHOWN))
def test_a_judgement_may_say_that_no_effect_is_looked_for(cast: Cast, effect: Effect) -> None:
    held = judge(make_done(cast), cast, actions.Judgement(effect, "Systemet kan inte ändras i år"))
    assert (held.effect, held.closed_at) == (effect, NOW)
    assert counted(held)[-1] == Counted("effect_judged", NOW.date(), outcome=effect)
    assert last_event(held)[0] == "effect_judged"
    assert Improvement.objects.count() == 1  # nothing else is begun
    with pytest.raises(RuleBroken):
        judge(fresh(held.pk), cast, PICTURE)


@pytest.mark.parametrize("effect", sorted(rules.LEFT_UNSHOWN))
def test_why_is_said(cast: Cast, effect: Effect) -> None:
    with pytest.raises(RuleBroken) as raised:
        judge(make_done(cast), cast, actions.Judgement(effect, " "))
    assert raised.value.field == "effect_words"


@pytest.mark.parametrize(
    ("build", "step", "fields"),
    [
        (make_done, "judge_effect", {"effect": "in_risk_picture", "effect_words": "Kan inte ändras i år"}),
        (make, "give_up", {"target": "in_risk_picture", "reason": "Kan inte ändras i år"}),
    ],
)
def test_a_risk_there_is_can_be_chosen_and_both_pages_tell(
    client: Client, cast: Cast, build: Callable[[Cast], Improvement], step: str, fields: dict[str, object]
) -> None:
    client.force_login(cast.alice)
    risk = add_risk(client, cast)
    held = build(cast)
    address = reverse(f"improvements:{step}", args=[held.reference])
    assert f"{risk.reference} {RISK}" in client.get(address).content.decode()
    sent = form_of(fresh(held.pk), **fields, risk=risk.reference)
    assert client.post(address, sent).status_code == 302
    link = Link.objects.get(source_id=held.pk)
    assert (link.target_id, link.kind, link.part) == (risk.pk, LinkKind.CONCERNS, rules.HANDLED)
    page = client.get(reverse("improvements:page", args=[held.reference])).content.decode()
    assert "Hanteras i risken" in page
    assert "Skriv in risken" not in page
    assert held.what in client.get(reverse("risks:page", args=[risk.reference])).content.decode()


def test_without_a_risk_its_page_leads_to_the_form_of_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    held = judge(make_done(cast), cast, PICTURE)
    page = reverse("improvements:page", args=[held.reference])
    asked = f"?fran={held.reference}"
    assert asked in client.get(page).content.decode()
    risk = add_risk(client, cast, asked)
    assert Link.objects.get(source_id=risk.pk).target_id == held.pk
    shown = client.get(page).content.decode()
    assert risk.reference in shown
    assert "Skriv in risken" not in shown


def test_a_risk_is_named_only_for_what_is_handled_there_and_is_a_risk(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    risk, held, other = add_risk(client, cast), make_done(cast), make(cast)
    for judgement in (
        actions.Judgement(Effect.EFFECT, "15 av 15", risk=risk),
        replace(PICTURE, risk=Record.objects.get(pk=other.pk)),
    ):
        with pytest.raises(RuleBroken) as raised:
            judge(fresh(held.pk), cast, judgement)
        assert raised.value.field == "risk"
    reason = actions.GivingUp(Status.NOT_FEASIBLE, "Systemet byts ut.", risk)
    with pytest.raises(RuleBroken):
        actions.give_up(improvement=other, giving_up=reason, version=other.version, by=cast.alice, now=NOW)
    assert not Link.objects.exists()
