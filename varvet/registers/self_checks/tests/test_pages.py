"""The pages of self-checks: who sees them, what they show, what they never show."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Round, Split
from varvet.registers.self_checks.rules import Figures, SplitRow, Status
from varvet.registers.self_checks.tests.factories import form_of, fresh, make, make_performed

STEPS = ["start", "record_result", "mark_not_done"]
TITLE = "A.1.1 Följer dokumentationen kraven? (gruppbostad)"
ANALYSIS = "Resultatet beror på den nya mallen."


def address(held: Round, name: str = "page") -> str:
    return reverse(f"self_checks:{name}", args=[held.reference])


def with_analysis(cast: Cast) -> Round:
    splits = (SplitRow("sex", "girls", 10, 9), SplitRow("group", "beroende", 5, 5))
    figures = Figures(False, 40, 15, 14, response_rate_permille=724)
    return make_performed(cast, actions.Result(figures, splits, ANALYSIS))


def test_the_list_shows_the_result_and_no_text(client: Client, cast: Cast) -> None:
    with_analysis(cast)
    client.force_login(cast.alice)
    page = client.get(reverse("self_checks:list") + "?lage=performed").content.decode()
    assert TITLE in page
    assert "14 av 15 uppfyller målet" in page
    assert ANALYSIS not in page


def test_the_list_is_of_the_own_units(client: Client, cast: Cast) -> None:
    make(cast)
    client.force_login(cast.cecilia)
    assert TITLE not in client.get(reverse("self_checks:list")).content.decode()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", True),
        ("?lage=not_done", False),
        ("?lage=alla", True),
        ("?omrade=A", True),
        ("?omrade=E", False),
        ("?enhet=0", False),
        ("?enhet=hej&lage=konstigt", True),
    ],
)
def test_the_list_is_narrowed(client: Client, cast: Cast, query: str, *, shown: bool) -> None:
    make(cast)
    client.force_login(cast.alice)
    assert (TITLE in client.get(reverse("self_checks:list") + query).content.decode()) is shown


def test_a_longer_list_costs_no_more_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        make(cast)
    client.force_login(cast.alice)
    client.get(reverse("self_checks:list"))
    with django_assert_max_num_queries(14):
        client.get(reverse("self_checks:list"))


def test_the_list_is_for_those_who_handle(client: Client, cast: Cast) -> None:
    client.force_login(cast.bo)
    assert client.get(reverse("self_checks:list")).status_code == 403


def test_the_record_shows_all_and_notes_the_reading(client: Client, cast: Cast) -> None:
    held = with_analysis(cast)
    client.force_login(cast.dag)
    page = client.get(address(held)).content.decode()
    for words in (ANALYSIS, "14 av 15 uppfyller målet", "Flickor", "9 av 10", "72,4 %"):
        assert words in page
    assert ReadEvent.objects.get(record_id=held.pk).actor_id == cast.dag.pk


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
    held = make_performed(cast)
    client.force_login(cast.alice)
    assert client.get(address(held, name)).status_code == 409


def test_the_steps_in_order(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    page = client.get(address(held)).content.decode()
    assert all(address(held, name) in page for name in STEPS)
    assert client.get(address(held, "start")).status_code == 200
    client.post(address(held, "start"), form_of(held))
    assert "Uppfyller målet, flickor" in client.get(address(held, "record_result")).content.decode()
    fields = {"sample": 15, "fulfilled": 14, "response_rate": "72,4", "girls_sample": 10, "girls_fulfilled": 9}
    groups = {"group_1_name": "beroende", "group_1_sample": 5, "group_1_fulfilled": 5}
    answer = client.post(address(held, "record_result"), form_of(fresh(held.pk), **fields, **groups))
    assert answer.status_code == 302, answer.content.decode()
    assert (fresh(held.pk).status, fresh(held.pk).response_rate_permille) == (Status.PERFORMED, 724)
    found = Split.objects.filter(round=held).values_list("dimension", "value", "sample", "fulfilled")
    assert set(found) == {("sex", "girls", 10, 9), ("group", "beroende", 5, 5)}


def test_not_done_by_its_form(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    client.post(address(held, "mark_not_done"), form_of(held, reason="Tid saknades."))
    assert fresh(held.pk).not_done_reason == "Tid saknades."


@pytest.mark.parametrize(
    ("name", "fields", "sentence"),
    [
        ("record_result", {}, "Skriv hur många som granskades."),
        ("record_result", {"sample": 3, "fulfilled": 4}, "Fler uppfyller målet än som granskades."),
        ("record_result", {"sample": 3, "group_1_sample": 2}, "Skriv vad gruppen heter."),
        ("mark_not_done", {"reason": ""}, "Skriv varför kontrollen inte gjordes."),
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
