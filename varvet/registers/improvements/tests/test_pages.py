"""The pages of improvements: who sees them, what they show, what they never show."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.once import new_key
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import Status
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    WHY,
    decision,
    form_of,
    fresh,
    make,
    make_done,
    make_given_up,
    make_settled,
)

STEPS = ["start", "carry_out", "judge_effect", "give_up", "carry_over"]


def address(held: Improvement, name: str = "page") -> str:
    return reverse(f"improvements:{name}", args=[held.reference])


def test_the_list_shows_what_is_to_be_done_and_no_text(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    page = client.get(reverse("improvements:list")).content.decode()
    assert held.what in page
    assert WHY not in page
    assert cast.alice.email not in page


def test_the_list_is_of_the_own_units(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.cecilia)
    assert held.what not in client.get(reverse("improvements:list")).content.decode()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", True),
        ("?lage=done", False),
        ("?lage=alla", True),
        ("?omrade=H", True),
        ("?omrade=E", False),
        ("?enhet=0", False),
        ("?enhet=hej&lage=konstigt", True),
    ],
)
def test_the_list_is_narrowed(client: Client, cast: Cast, query: str, *, shown: bool) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    assert (held.what in client.get(reverse("improvements:list") + query).content.decode()) is shown


def test_a_longer_list_costs_no_more_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        make(cast)
    client.force_login(cast.alice)
    client.get(reverse("improvements:list"))
    with django_assert_max_num_queries(14):
        client.get(reverse("improvements:list"))


def test_the_list_is_for_those_who_handle(client: Client, cast: Cast) -> None:
    client.force_login(cast.bo)
    assert client.get(reverse("improvements:list")).status_code == 403


def test_the_record_shows_the_text_and_notes_the_reading(client: Client, cast: Cast) -> None:
    held = make_settled(cast)
    client.force_login(cast.dag)
    page = client.get(address(held)).content.decode()
    assert WHY in page
    assert "Från 76 % till 0 %" in page
    assert ReadEvent.objects.get(record_id=held.pk).actor_id == cast.dag.pk
    assert address(held, "carry_out") not in page


@pytest.mark.parametrize("who", ["bo", "cecilia", "stranger", "hugo"])
@pytest.mark.parametrize("name", ["page", *STEPS])
def test_out_of_scope_is_not_found(client: Client, cast: Cast, who: str, name: str) -> None:
    held = make(cast)
    client.force_login(getattr(cast, who))
    assert client.get(address(held, name)).status_code == 404


@pytest.mark.parametrize("name", STEPS)
def test_who_sees_but_may_not_change_is_told_so(client: Client, cast: Cast, name: str) -> None:
    held = make(cast)
    client.force_login(cast.dag)
    assert client.get(address(held, name)).status_code == 403


@pytest.mark.parametrize("name", STEPS)
def test_no_form_when_it_cannot_happen(client: Client, cast: Cast, name: str) -> None:
    held = make_given_up(cast)
    client.force_login(cast.alice)
    assert client.get(address(held, name)).status_code == 409


def test_the_steps_in_order(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    assert "Påbörja" in client.get(address(held)).content.decode()
    steps: list[tuple[str, dict[str, object]]] = [
        ("start", {}),
        ("carry_over", {"year": 2027, "reason": "Vi hann inte."}),
        ("carry_out", {"carried_out_on": "2026-03-20", "unplanned": "Den syns vid årets slut."}),
        ("judge_effect", {"effect": "effect", "effect_words": "15 av 15"}),
    ]
    for name, fields in steps:
        assert client.get(address(held, name)).status_code == 200
        answer = client.post(address(held, name), form_of(fresh(held.pk), **fields))
        assert answer.status_code == 302, answer.content.decode()
    assert (fresh(held.pk).status, fresh(held.pk).effect) == (Status.DONE, "effect")


def test_what_led_to_it_is_a_link_for_those_who_may_open_it(client: Client, cast: Cast) -> None:
    first = make(cast)
    second = make(cast, replace(decision(cast.a), follows=first))
    client.force_login(cast.alice)
    assert address(first) in client.get(address(second)).content.decode()


def test_what_led_to_it_leaves_no_trace_for_others(client: Client, cast: Cast) -> None:
    first = make(cast)
    own = actions.Decision(cast.b, "Samma rutin hos oss", "", (), DECIDED, follows=first)
    actions.decide(content=own, key=new_key(), by=cast.cecilia, now=NOW)
    second = Improvement.objects.get(unit=cast.b)
    client.force_login(cast.cecilia)
    page = client.get(address(second)).content.decode()
    assert first.reference not in page


def test_giving_up_by_its_form(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    client.post(address(held, "give_up"), form_of(held, target="in_risk_picture", reason="Hanteras som risk."))
    assert fresh(held.pk).status == Status.IN_RISK_PICTURE


@pytest.mark.parametrize(
    ("name", "fields", "sentence"),
    [
        ("carry_out", {"carried_out_on": "2019-01-01"}, "Dagen ligger före beslutet."),
        ("carry_over", {"year": 2026, "reason": "Skäl"}, "Välj ett år från 2027 till 2031."),
        ("give_up", {"target": "not_feasible"}, "Skriv varför åtgärden inte genomförs."),
    ],
)
def test_a_refusal_is_said_in_the_form(
    client: Client, cast: Cast, name: str, fields: dict[str, object], sentence: str
) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    answer = client.post(address(held, name), form_of(held, **fields))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_an_effect_without_words_is_refused_in_the_form(client: Client, cast: Cast) -> None:
    held = make_done(cast)
    client.force_login(cast.alice)
    answer = client.post(address(held, "judge_effect"), form_of(held, effect="effect"))
    assert "Skriv vad effekten visar sig i." in answer.content.decode()
