"""The pages of plans: who sees which, what they show, and the way from an empty plan to rounds."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.once import new_key
from varvet.registers.self_checks.actions import mark_not_done
from varvet.registers.self_checks.models import PlanRow, Round, YearPlan
from varvet.registers.self_checks.tests.factories import fresh, make_questions, question
from varvet.registers.self_checks.tests.planned import add_row, approved, content_of, make_plan, monthly, with_rounds


def to(name: str, *args: Any) -> str:
    return reverse(f"self_checks:{name}", args=args)


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def row_fields(cast: Cast, **given: object) -> dict[str, object]:
    return {
        "version": 0,
        "key": new_key(),
        "question": question(cast.root).pk,
        "units": [cast.a.pk, cast.b.pk],
        "method": "file_audit",
        "frequency": "once",
        "first_day": "2026-01-01",
        "last_day": "2026-12-31",
        **given,
    }


def test_from_an_empty_plan_to_rounds(client: Client, cast: Cast) -> None:
    make_questions(cast.root)
    client.force_login(cast.eva)
    assert "Ingen plan än" in text_of(client, to("plans"))
    client.post(to("new_plan"), {"unit": cast.department.pk, "year": 2026, "begin": ""})
    plan = YearPlan.objects.get()
    page = text_of(client, to("year_plan", plan.pk))
    assert "Planen är tom" in page
    assert "Bromma 2023" in page
    new = row_fields(cast, question="ny", new_question="B.1 Finns samtycke?", responsible="role:unit_manager")
    for fields in (row_fields(cast), new):
        assert client.post(to("add_row", plan.pk), fields).status_code == 302
    plan.refresh_from_db()
    assert "Du godkänner som Eva." in text_of(client, to("approve_plan", plan.pk))
    client.post(to("approve_plan", plan.pk), {"version": plan.version})
    page = text_of(client, to("year_plan", plan.pk))
    assert "av Eva." in page
    assert "Skapa 4 omgångar" in page
    client.post(to("make_rounds", plan.pk))
    assert Round.objects.count() == 4
    page = text_of(client, to("year_plan", plan.pk))
    assert "Klara: 0 av 4. Pågår: 0. Inte påbörjade: 4. Blev inte av: 0." in page
    assert "Enhetschef" in page


def test_a_ready_plan_is_taken_with_a_press(client: Client, cast: Cast) -> None:
    client.force_login(cast.eva)
    client.post(to("new_plan"), {"unit": cast.department.pk, "year": 2026, "begin": "bromma"})
    plan = YearPlan.objects.get()
    client.post(to("take_ready", plan.pk, "goteborg"))
    assert plan.rows.count() == 28
    assert client.post(to("take_ready", plan.pk, "malmo")).status_code == 404
    assert "Börja med en färdig plan" not in text_of(client, to("year_plan", plan.pk))


def test_what_is_wrong_comes_back_with_the_form(client: Client, cast: Cast) -> None:
    plan = make_plan(cast)
    client.force_login(cast.eva)
    for fields, sentence in (
        ({"question": "ny"}, "Skriv den nya frågan."),
        ({"units": []}, "Välj minst en enhet."),
        ({"last_day": "2027-01-31"}, "Kvalitetsåret slutar 2026-12-31."),
        ({"control_point": "Rätt ersättning"}, "Skriv både kontrollpunkten och året"),
        ({"responsible": f"person:{cast.alice.pk}"}, "Personen får inte göra kontrollen i alla enheterna."),
    ):
        answer = client.post(to("add_row", plan.pk), row_fields(cast, **fields))
        assert answer.status_code == 422, fields
        assert sentence in answer.content.decode()
    assert not PlanRow.objects.exists()


def test_a_plan_for_a_year_there_is_one_is_refused_in_the_form(client: Client, cast: Cast) -> None:
    make_plan(cast)
    client.force_login(cast.eva)
    answer = client.post(to("new_plan"), {"unit": cast.department.pk, "year": 2026, "begin": ""})
    assert answer.status_code == 422
    assert "Enheten har redan en plan för 2026." in answer.content.decode()


def test_a_manager_below_sees_what_concerns_the_unit(client: Client, cast: Cast) -> None:
    _, [mine, other] = with_rounds(cast, content_of(cast, cast.a, cast.b))
    plan = YearPlan.objects.get()
    row = add_row(cast, plan, content_of(cast, cast.b), key="b")
    client.force_login(cast.alice)
    page = text_of(client, to("year_plan", plan.pk))
    assert "Klara: 0 av 1." in page
    assert "Lägg till kontroll" not in page
    page = text_of(client, to("plan_row", PlanRow.objects.exclude(pk=row.pk).get().pk))
    assert mine.reference in page
    assert other.reference not in page
    assert client.get(to("plan_row", row.pk)).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("bo", 403), ("hugo", 403), ("gun", 403), ("stranger", 404), ("cecilia", 404)]
)
def test_others_see_no_plan(client: Client, cast: Cast, who: str, status: int) -> None:
    plan = approved(cast)
    row = plan.rows.get()
    client.force_login(getattr(cast, who))
    for name, pk in (("year_plan", plan.pk), ("approve_plan", plan.pk), ("add_row", plan.pk), ("plan_row", row.pk)):
        assert client.get(to(name, pk)).status_code == status
    for name in ("make_rounds", "copy_plan"):
        assert client.post(to(name, plan.pk)).status_code == status


def test_who_sees_but_may_not_change_is_told_so(client: Client, cast: Cast) -> None:
    plan = approved(cast)
    row = plan.rows.get()
    client.force_login(cast.dag)
    assert client.get(to("year_plan", plan.pk)).status_code == 200
    for name, pk in (("approve_plan", plan.pk), ("add_row", plan.pk), ("change_row", row.pk), ("remove_row", row.pk)):
        assert client.get(to(name, pk)).status_code == 403
    assert client.post(to("make_rounds", plan.pk)).status_code == 403
    assert client.get(to("new_plan")).status_code == 403


def test_a_campaign_shows_each_unit_with_its_reason(client: Client, cast: Cast) -> None:
    _, rounds = with_rounds(cast, content_of(cast, cast.a, cast.b))
    mark_not_done(round_=fresh(rounds[1].pk), reason="Tid saknades.", version=1, by=cast.cecilia, now=NOW)
    client.force_login(cast.eva)
    page = text_of(client, to("plan_row", PlanRow.objects.get().pk))
    assert "2 enheter gör samma kontroll." in page
    assert "Klara: 0 av 2. Pågår: 0. Inte påbörjade: 1. Blev inte av: 1." in page
    assert "Tid saknades." in page


def test_a_row_is_changed_and_struck_out_by_its_forms(client: Client, cast: Cast) -> None:
    plan = approved(cast)
    row = plan.rows.get()
    client.force_login(cast.eva)
    assert "Varför ändras planen?" in text_of(client, to("change_row", row.pk))
    fields = row_fields(cast, version=1, reason="Fler enheter är med.", goal="Nytt mål")
    assert client.post(to("change_row", row.pk), fields).status_code == 302
    assert "Fler enheter är med." in text_of(client, to("year_plan", plan.pk))
    client.post(to("remove_row", row.pk), {"version": 2, "reason": "Behovet är borta."})
    page = text_of(client, to("year_plan", plan.pk))
    assert "Behovet är borta." in page
    assert client.get(to("plan_row", row.pk)).status_code == 404


def test_a_refused_button_is_told_on_the_plan(client: Client, cast: Cast) -> None:
    plan = make_plan(cast)
    client.force_login(cast.eva)
    page = client.post(to("make_rounds", plan.pk), follow=True).content.decode()
    assert "Planen är inte godkänd än." in page


def test_a_longer_plan_costs_no_more_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    plan, _ = with_rounds(cast, *(monthly(cast, cast.a, cast.b) for _ in range(4)))
    client.force_login(cast.eva)
    client.get(to("year_plan", plan.pk))
    with django_assert_max_num_queries(22):
        client.get(to("year_plan", plan.pk))


def test_control_points_are_listed_apart_in_their_year(client: Client, cast: Cast) -> None:
    plan = make_plan(cast)
    client.force_login(cast.eva)
    fields = row_fields(cast, control_point="Rätt ersättning", control_year="2026")
    client.post(to("add_row", plan.pk), fields)
    assert "Rätt ersättning" in text_of(client, to("internal_control"))
    assert "Rätt ersättning" not in text_of(client, to("internal_control") + "?ar=2025")
    assert "Tjänar som internkontroll" in text_of(client, to("year_plan", plan.pk))
    client.force_login(cast.stranger)
    assert "Rätt ersättning" not in text_of(client, to("internal_control"))


def test_next_years_plan_is_a_press_away(client: Client, cast: Cast) -> None:
    plan = approved(cast)
    client.force_login(cast.eva)
    answer = client.post(to("copy_plan", plan.pk))
    copy = YearPlan.objects.get(year=2027)
    assert answer.headers["Location"] == to("year_plan", copy.pk)
    assert "Utkast" in text_of(client, to("plans"))
