"""Planning a round."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.organisation.models import Category
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.once import new_key
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import Status
from varvet.registers.self_checks.tests.factories import FIRST, Counted, counted, last_event, make, plan_of, question


def test_it_is_planned_counted_and_noted(cast: Cast) -> None:
    held = make(cast)
    assert (held.reference, held.status, held.part) == ("EGK-2026-0001", Status.PLANNED, "gruppbostad")
    assert counted(held) == [Counted("planned", outcome="")]
    assert last_event(held) == ("planned", cast.alice.pk, 1)


def test_sent_twice_it_is_planned_once(cast: Cast) -> None:
    key, content = new_key(), plan_of(cast)
    first, second = (actions.plan(content=content, key=key, by=cast.alice, now=NOW) for _ in range(2))
    assert first.pk == second.pk
    assert Round.objects.count() == 1


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.plan(content=plan_of(cast), key=new_key(), by=getattr(cast, who), now=NOW)
    assert not Round.objects.exists()


def test_a_period_that_ends_before_it_begins_is_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        make(cast, replace(plan_of(cast), last_day=FIRST.replace(year=2025)))


def test_a_question_of_another_list_is_refused(cast: Cast) -> None:
    other = Category.objects.get(list=cast.types, code="delay")
    with pytest.raises(RuleBroken):
        make(cast, replace(plan_of(cast), question=other))
    with pytest.raises(RuleBroken):
        make(cast, replace(plan_of(cast), question=other, category_list=cast.types))


def test_the_form_plans(client: Client, cast: Cast) -> None:
    asked = question(cast.root)
    client.force_login(cast.alice)
    assert asked.label_sv in client.get(reverse("self_checks:plan"), follow=True).content.decode()
    answer = client.post(
        reverse("self_checks:plan"),
        {
            "key": new_key(),
            "question": asked.pk,
            "unit": cast.a.pk,
            "method": "checklist",
            "first_day": "2026-01-01",
            "last_day": "2026-06-30",
        },
    )
    held = Round.objects.get()
    assert answer.headers["Location"] == reverse("self_checks:page", args=[held.reference])


def test_what_is_wrong_comes_back_with_the_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    answer = client.post(reverse("self_checks:plan"), {"key": new_key(), "unit": cast.a.pk})
    assert answer.status_code == 422
    assert "Välj vad som ska kontrolleras." in answer.content.decode()


def test_who_plans_nowhere_gets_no_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.dag)
    assert client.get(reverse("self_checks:plan")).status_code == 403
