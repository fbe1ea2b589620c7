"""Judging the effect: by whom, what follows when there was none, and the measure as it was after."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import EffectPlan, Improvement, Reading
from varvet.registers.improvements.queries import list_clocks
from varvet.registers.improvements.rules import NEXT, Effect, How
from varvet.registers.improvements.tests.factories import (
    Counted,
    carried_out,
    counted,
    decision,
    form_of,
    fresh,
    last_event,
    make,
    make_planned,
)

GOOD = actions.Judgement(Effect.EFFECT, "15 av 15")
NEXT_ONE = actions.Next("Kollegiegranskning i stället", TODAY + timedelta(days=90))
NONE = actions.Judgement(Effect.NO_EFFECT, "16 av 20, sedan 15 av 20", next=NEXT_ONE)


def make_in_place(cast: Cast, **changed: object) -> Improvement:
    """Alice carried it out; Eva is to judge."""
    return carried_out(make_planned(cast, **changed), cast.alice, TODAY - timedelta(days=5))


def judge(held: Improvement, by: User, judgement: actions.Judgement = GOOD) -> Improvement:
    return actions.judge_effect(improvement=held, judgement=judgement, version=held.version, by=by, now=NOW)


def test_who_judged_is_kept(cast: Cast) -> None:
    held = fresh(judge(make_in_place(cast), cast.eva, replace(GOOD, together_with=cast.alice)).pk)
    assert (held.judged_by, held.judged_with) == (cast.eva, cast.alice)


def test_the_owner_does_not_judge_alone_but_with_another(cast: Cast) -> None:
    held = make_in_place(cast)
    with pytest.raises(RuleBroken) as raised:
        judge(held, cast.alice)
    assert raised.value.field == "together_with"
    assert fresh(held.pk).effect == ""
    assert judge(held, cast.alice, replace(GOOD, together_with=cast.eva)).effect == Effect.EFFECT


@pytest.mark.parametrize("who", ["bo", "dag", "stranger"])
def test_judged_with_somebody_who_handles_improvements(cast: Cast, who: str) -> None:
    with pytest.raises(RuleBroken):
        judge(make_in_place(cast), cast.alice, replace(GOOD, together_with=getattr(cast, who)))


def test_no_effect_begins_another_tied_to_it(cast: Cast) -> None:
    content = replace(decision(cast.a), cause="routine")
    held = judge(carried_out(make(cast, content), cast.alice), cast.eva, NONE)
    link = Link.objects.get()
    new = fresh(link.source_id)
    assert (link.target_id, link.part) == (held.pk, NEXT)
    assert (new.what, new.unit, new.cause, new.due_on) == (NEXT_ONE.what, cast.a, "routine", NEXT_ONE.due_on)
    assert [(a.quality_area, a.primary) for a in new.areas.all()] == [("A", True), ("H", False)]
    assert counted(new) == [Counted("decided", TODAY)]
    assert last_event(new) == ("decided", cast.eva.pk, 1)


def test_no_effect_without_another_is_refused(cast: Cast) -> None:
    held = make_in_place(cast)
    with pytest.raises(RuleBroken) as raised:
        judge(held, cast.eva, actions.Judgement(Effect.NO_EFFECT, "Samma som förut"))
    assert raised.value.field == "next_what"
    assert Improvement.objects.count() == 1


def test_when_the_next_cannot_be_nothing_is_judged(cast: Cast) -> None:
    held = make_in_place(cast)
    late = replace(NONE, next=replace(NEXT_ONE, due_on=TODAY - timedelta(days=1)))
    with pytest.raises(RuleBroken):
        judge(held, cast.eva, late)
    assert fresh(held.pk).version == held.version


def test_both_pages_lead_to_each_other(client: Client, cast: Cast) -> None:
    held = judge(make_in_place(cast), cast.eva, NONE)
    new = Improvement.objects.exclude(pk=held.pk).get()
    client.force_login(cast.alice)
    old_page, new_page = (
        client.get(reverse("improvements:page", args=[one.reference])).content.decode() for one in (held, new)
    )
    assert "Ledde till" in old_page
    assert new.reference in old_page
    assert "Följer på" in new_page
    assert held.reference in new_page


def test_too_early_is_asked_again_on_the_new_day(cast: Cast) -> None:
    again = TODAY + timedelta(days=45)
    held = judge(make_in_place(cast), cast.eva, actions.Judgement(Effect.TOO_EARLY, again_on=again))
    assert EffectPlan.objects.get(improvement=held).due_on == again
    [clock] = list_clocks(cast.root)
    assert (clock.code, clock.due) == ("judge_effect", again)


def test_too_early_without_a_day_is_asked_again_by_the_term(cast: Cast) -> None:
    held = make_in_place(cast)
    EffectPlan.objects.filter(improvement=held).update(due_on=TODAY)
    judge(held, cast.eva, actions.Judgement(Effect.TOO_EARLY))
    [clock] = list_clocks(cast.root)
    assert clock.due > TODAY + timedelta(days=80)


def test_the_measure_is_read_again_and_told_with_what_it_says(client: Client, cast: Cast) -> None:
    held = make_in_place(cast, how=How.MEASURE, measure="improvements.decided")
    make(cast, replace(decision(cast.a), decided_on=TODAY))
    held = judge(held, cast.eva)
    after = Reading.objects.get(improvement=held, moment="after")
    assert (after.first_day, after.last_day) == (TODAY - timedelta(days=4), TODAY)
    assert after.value == 1
    client.force_login(cast.alice)
    page = client.get(reverse("improvements:page", args=[held.reference])).content.decode()
    assert "Antalen är för små för att säga om något har ändrats." in page


def test_the_form_judges_and_begins_the_next(client: Client, cast: Cast) -> None:
    held = make_in_place(cast)
    client.force_login(cast.eva)
    address = reverse("improvements:judge_effect", args=[held.reference])
    sent = {"effect": "no_effect", "effect_words": "16 av 20", "next_what": "", "next_owner": cast.bo.pk}
    assert "En ny åtgärd beslutas i samma steg" in client.post(address, form_of(held, **sent)).content.decode()
    assert client.post(address, form_of(held, **{**sent, "next_what": "Något annat"})).status_code == 302
    assert Improvement.objects.exclude(pk=held.pk).get().owner == cast.bo
