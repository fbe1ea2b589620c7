"""A plan's check names a form: its rounds are carried out with the version in use when they are made."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions import plan_rows, year_plans
from varvet.registers.self_checks.actions.make_rounds import make_rounds
from varvet.registers.self_checks.models import Form, FormVersion, PlanRow, Round
from varvet.registers.self_checks.rules.ready_plans import list_ready_plans, ready_plan
from varvet.registers.self_checks.tests.factories import fresh
from varvet.registers.self_checks.tests.form_factories import make_form, make_published
from varvet.registers.self_checks.tests.planned import WHY, add_row, approved, content_of, make_plan, with_rounds


def newer(cast: Cast, form: Form) -> FormVersion:
    actions.start_draft(form=form, by=cast.eva, today=TODAY)
    return actions.publish_form(form=form, by=cast.eva, now=NOW)


def test_rounds_get_the_version_in_use_when_they_are_made(cast: Cast) -> None:
    form = make_published(cast).form
    plan = approved(cast, replace(content_of(cast, cast.a), form=form))
    second = newer(cast, form)
    [made] = make_rounds(plan=plan, by=cast.eva, now=NOW)
    assert fresh(made.pk).form_version == second
    newer(cast, form)
    assert fresh(made.pk).form_version == second


def test_a_form_out_of_use_is_not_chosen_and_makes_rounds_without_one(cast: Cast) -> None:
    form = make_published(cast).form
    plan = approved(cast, replace(content_of(cast, cast.a), form=form))
    actions.retire_form(form=form, by=cast.eva, today=TODAY)
    [made] = make_rounds(plan=plan, by=cast.eva, now=NOW)
    assert fresh(made.pk).form_version is None
    form.refresh_from_db()
    with pytest.raises(RuleBroken) as broken:
        add_row(cast, plan, replace(content_of(cast), form=form), key="two")
    assert (broken.value.code, broken.value.field) == ("self_check.plan.form", "form")


def test_a_draft_is_not_chosen(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        add_row(cast, make_plan(cast), replace(content_of(cast), form=make_form(cast)))


def test_another_form_reaches_rounds_that_have_not_begun_and_have_not_chosen_their_own(cast: Cast) -> None:
    first, second = make_published(cast), make_published(cast, "Annat")
    content = replace(content_of(cast, cast.a, cast.b), form=first.form)
    plan, rounds = with_rounds(cast, content)
    other = next(one for one in rounds if one.unit == cast.b)
    Round.objects.filter(pk=other.pk).update(form_version=None)
    row = PlanRow.objects.get(plan=plan)
    changed = replace(content, form=second.form)
    plan_rows.change_row(row=row, content=changed, version=row.version, reason=WHY, by=cast.eva, now=NOW)
    by_unit = {one.unit: fresh(one.pk).form_version for one in rounds}
    assert by_unit == {cast.a: second, cast.b: None}


def test_a_ready_plan_brings_its_forms_for_who_may_write_forms(cast: Cast) -> None:
    ready, plan = ready_plan("goteborg"), make_plan(cast)
    year_plans.take_ready(plan=plan, ready=ready, by=cast.eva, now=NOW)
    named = {row.key: row.form.shipped if row.form else "" for row in plan.rows.select_related("form")}
    assert named == {f"goteborg:{row.code}": row.form for row in ready.rows}
    assert Form.objects.filter(root=cast.root, shipped="utbetalning").count() == 1


def test_for_others_it_brings_those_the_root_has(cast: Cast) -> None:
    own = Form.objects.create(root=cast.root, name="Vår utbetalning", shipped="utbetalning")
    FormVersion.objects.create(form=own, number=1, published_at=NOW, published_by=cast.eva)
    plan = year_plans.start_plan(unit=cast.a, year=2026, by=cast.alice, now=NOW)
    year_plans.take_ready(plan=plan, ready=ready_plan("goteborg"), by=cast.alice, now=NOW)
    assert {row.form for row in plan.rows.all() if row.form} == {own}
    assert Form.objects.count() == 1


def test_ready_plans_name_shipped_forms() -> None:
    assert {row.form for ready in list_ready_plans() for row in ready.rows} == {
        "", "forhandsbedomning", "handlaggning", "rundvandring", "skyddade-uppgifter",
        "social-dokumentation", "utbetalning",
    }  # fmt: skip


def test_it_is_seen_on_plan_check_and_round(client: Client, cast: Cast) -> None:
    version = make_published(cast)
    plan, [made] = with_rounds(cast, replace(content_of(cast, cast.a), form=version.form))
    client.force_login(cast.eva)
    row = PlanRow.objects.get(plan=plan)
    pages = [("year_plan", plan.pk), ("plan_row", row.pk), ("change_row", row.pk), ("page", made.reference)]
    for name, of in pages:
        assert version.form.name in client.get(reverse(f"self_checks:{name}", args=[of])).content.decode(), name
