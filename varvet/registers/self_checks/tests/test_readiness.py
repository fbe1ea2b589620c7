"""The year's readiness: what is lacking, in whose units, and that each link mends it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.kernel.organisation.settings_of_root import quality_year
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.queries.readiness import read_readiness
from varvet.registers.self_checks.rules import Figures, SplitRow
from varvet.registers.self_checks.rules.readiness import Lack
from varvet.registers.self_checks.tests.factories import form_of, fresh, make, make_performed

PAGE = "/egenkontroll/lage/"
SPLIT = SplitRow("sex", "girls", 10, 9)


def ready(cast: Cast) -> Round:
    held = make_performed(cast, actions.Result(Figures(False, 40, 15, 14), (SPLIT,), "Mallen hjälper."))
    reason = "Målet är nått."
    return actions.decide_no_action(round_=held, reason=reason, version=held.version, by=cast.alice, now=NOW)


def lacking(cast: Cast, who: str = "alice", year: int = 2026) -> dict[Lack, int]:
    found = read_readiness(reader_of(getattr(cast, who)), quality_year(cast.root, year))
    return {lack: len(rounds) for lack, rounds in found.lacking.items()}


def test_each_lack_is_found_and_what_is_whole_is_ready(cast: Cast) -> None:
    ready(cast)
    make(cast)
    make_performed(cast, actions.Result(Figures(False, sample=4, fulfilled=4)))
    actions.mark_not_done(round_=make(cast), reason="Tid saknades.", version=1, by=cast.alice, now=NOW)
    found = read_readiness(reader_of(cast.alice), quality_year(cast.root, 2026))
    assert (found.total, found.ready) == (4, 2)
    assert lacking(cast) == dict.fromkeys(Lack, 1)


@pytest.mark.parametrize(("who", "year"), [("cecilia", 2026), ("stranger", 2026), ("alice", 2025)])
def test_it_is_of_the_year_and_the_own_units(cast: Cast, who: str, year: int) -> None:
    make(cast)
    assert lacking(cast, who, year) == {}


def test_each_link_leads_where_it_is_mended(client: Client, cast: Cast) -> None:
    small = make_performed(cast, actions.Result(Figures(False, sample=4, fulfilled=4)))
    open_ = make(cast)
    client.force_login(cast.alice)
    page = client.get(PAGE).content.decode()
    assert "Redo: 0 av 2 egenkontroller." in page
    assert reverse("self_checks:supplement", args=[small.reference]) in page
    assert reverse("self_checks:analyse", args=[small.reference]) in page
    assert reverse("self_checks:decide", args=[small.reference]) in page
    assert reverse("self_checks:page", args=[open_.reference]) in page
    assert f"?fraga=a-1-1&amp;enhet={cast.a.pk}" in page
    form = client.get(f"/egenkontroll/ny/?fraga=a-1-1&enhet={cast.a.pk}", follow=True).content.decode()
    assert f'value="{small.question_id}" selected' in form
    client.force_login(cast.dag)
    page = client.get(PAGE).content.decode()
    assert reverse("self_checks:supplement", args=[small.reference]) not in page
    assert reverse("self_checks:analyse", args=[small.reference]) not in page


def test_the_form_adds_what_was_lacking(client: Client, cast: Cast) -> None:
    held = make_performed(cast)
    client.force_login(cast.alice)
    address = reverse("self_checks:supplement", args=[held.reference])
    assert address in client.get(reverse("self_checks:page", args=[held.reference])).content.decode()
    assert client.post(address, form_of(held)).status_code == 422
    fields: dict[str, Any] = {"girls_sample": 10, "girls_fulfilled": 9}
    assert client.post(address, form_of(held, **fields)).status_code == 302
    assert lacking(cast) == {Lack.NOT_ANALYSED: 1, Lack.NOT_DECIDED: 1}
    assert "girls_sample" not in client.get(address).content.decode()
    assert fresh(held.pk).splits.get().sample == 10


@pytest.mark.parametrize(("who", "status"), [("bo", 404), ("cecilia", 404), ("stranger", 404), ("dag", 403)])
def test_others_add_nothing(client: Client, cast: Cast, who: str, status: int) -> None:
    held = make_performed(cast)
    client.force_login(getattr(cast, who))
    assert client.get(reverse("self_checks:supplement", args=[held.reference])).status_code == status


def test_nothing_is_added_before_it_is_performed(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    assert client.get(reverse("self_checks:supplement", args=[make(cast).reference])).status_code == 409


@pytest.mark.parametrize("who", ["bo", "hugo"])
def test_the_page_is_for_those_who_read_self_checks(client: Client, cast: Cast, who: str) -> None:
    client.force_login(getattr(cast, who))
    assert client.get(PAGE).status_code == 403


def test_more_rounds_cost_no_more_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(10):
        make(cast)
    client.force_login(cast.alice)
    client.get(PAGE)
    with django_assert_max_num_queries(16):
        client.get(PAGE)
