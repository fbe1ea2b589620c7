"""The rows of a plan: adding, changing and striking out, and what is said of it once the plan is approved."""

from dataclasses import replace

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.models import Category
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks.actions import plan_rows, start
from varvet.registers.self_checks.actions.plan_rows import RowContent
from varvet.registers.self_checks.models import PlanChange, PlannedRound, PlanRow, Round
from varvet.registers.self_checks.rules import Status
from varvet.registers.self_checks.rules.planning import Change, Frequency
from varvet.registers.self_checks.tests.factories import counted, fresh, last_event, question
from varvet.registers.self_checks.tests.planned import WHY, add_row, approved, content_of, make_plan, with_rounds


def change(cast: Cast, row: PlanRow, content: RowContent, reason: str = WHY) -> PlanRow:
    return plan_rows.change_row(row=row, content=content, version=row.version, reason=reason, by=cast.eva, now=NOW)


def remove(cast: Cast, row: PlanRow, reason: str = WHY) -> PlanRow:
    return plan_rows.remove_row(row=row, version=row.version, reason=reason, by=cast.eva, now=NOW)


def last_of_plan(cast: Cast) -> AuditEvent:
    return AuditEvent.objects.filter(kind="self_checks", record_id=None).order_by("-pk")[0]


def test_a_row_is_added_and_told_in_the_trail(cast: Cast) -> None:
    plan = make_plan(cast)
    row = add_row(cast, plan, content_of(cast, cast.a, cast.b))
    assert {unit.pk for unit in row.units.all()} == {cast.a.pk, cast.b.pk}
    assert (row.goal, row.target_percent, row.frequency) == ("God kvalitet i dokumentationen", 90, Frequency.ONCE)
    event = last_of_plan(cast)
    assert (event.event, event.data) == ("plan_row_added", {"plan": plan.pk, "row": row.pk})
    assert not PlanChange.objects.exists()


def test_sent_twice_it_is_added_once(cast: Cast) -> None:
    plan = make_plan(cast)
    assert add_row(cast, plan).pk == add_row(cast, plan).pk
    assert PlanRow.objects.count() == 1


def test_a_new_question_joins_the_list_and_is_found_the_next_time(cast: Cast) -> None:
    plan, asked = make_plan(cast), replace(content_of(cast), question="B.1 Finns samtycke?")
    question(cast.root)
    first, second = (add_row(cast, plan, asked, key=key) for key in ("one", "two"))
    assert first.question == second.question
    assert (first.question.code, first.question.label) == ("b1-finns-samtycke", "B.1 Finns samtycke?")
    assert Category.objects.filter(list=first.question.list).count() == 3
    known = add_row(cast, plan, replace(asked, question="a.1.1  Följer dokumentationen kraven?"), key="three")
    assert known.question.code == "a-1-1"


@pytest.mark.parametrize("who", ["alice", "bo", "dag", "hugo", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    plan = make_plan(cast)
    row = add_row(cast, plan)
    told = {"reason": "", "by": getattr(cast, who), "now": NOW}
    with pytest.raises(NotAllowed):
        plan_rows.add_row(plan=plan, content=content_of(cast), key="two", **told)
    with pytest.raises(NotAllowed):
        plan_rows.change_row(row=row, content=content_of(cast), version=1, **told)
    with pytest.raises(NotAllowed):
        plan_rows.remove_row(row=row, version=1, **told)


def test_units_of_another_root_are_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        add_row(cast, make_plan(cast), content_of(cast, cast.a, cast.other_unit))


def test_who_is_responsible_can_do_it_in_every_unit(cast: Cast) -> None:
    plan = make_plan(cast)
    content = replace(content_of(cast, cast.a, cast.b), responsible=cast.alice)
    with pytest.raises(RuleBroken) as broken:
        add_row(cast, plan, content)
    assert broken.value.field == "responsible"
    assert add_row(cast, plan, replace(content, units=(cast.a,))).responsible == cast.alice


def test_a_change_is_saved_and_an_old_version_is_not_written_over(cast: Cast) -> None:
    row = add_row(cast, make_plan(cast))
    changed = change(cast, row, replace(content_of(cast, cast.b), frequency=Frequency.QUARTER), reason="")
    assert (changed.frequency, [unit.pk for unit in changed.units.all()]) == (Frequency.QUARTER, [cast.b.pk])
    with pytest.raises(StaleVersion):
        change(cast, row, content_of(cast))


def test_an_approved_plan_says_what_was_changed_and_why(cast: Cast) -> None:
    plan = approved(cast)
    row = plan.rows.get()
    with pytest.raises(RuleBroken):
        change(cast, row, replace(content_of(cast), goal="Ett annat mål"), reason=" ")
    added = add_row(cast, plan, key="later")
    changed = change(cast, row, replace(content_of(cast), goal="Ett annat mål"))
    remove(cast, added)
    told = PlanChange.objects.order_by("pk").values_list("what", "row", "reason", "by")
    assert list(told) == [
        (Change.ADDED, added.pk, WHY, cast.eva.pk),
        (Change.CHANGED, changed.pk, WHY, cast.eva.pk),
        (Change.REMOVED, added.pk, WHY, cast.eva.pk),
    ]


def test_what_is_changed_reaches_the_rounds_that_wait(cast: Cast) -> None:
    _, [waiting, begun] = with_rounds(cast, content_of(cast, cast.a, cast.b))
    start(round_=fresh(begun.pk), version=1, by=cast.cecilia, now=NOW)
    row = PlanRow.objects.get()
    content = replace(content_of(cast, cast.a, cast.b), goal="Ett annat mål", quality_area="E", target_percent=95)
    change(cast, row, content)
    changed = fresh(waiting.pk)
    assert (changed.goal, changed.quality_area, changed.target_percent) == ("Ett annat mål", "E", 95)
    assert last_event(changed)[0] == "replanned"
    assert fresh(begun.pk).goal == "God kvalitet i dokumentationen"


def test_a_new_person_is_responsible_for_what_is_left(cast: Cast) -> None:
    _, [waiting] = with_rounds(cast)
    change(cast, PlanRow.objects.get(), replace(content_of(cast), responsible=cast.alice))
    assert PlannedRound.objects.get(round=waiting).responsible == cast.alice


def test_a_row_is_struck_out_and_its_rounds_are_not_done_with_the_reason(cast: Cast) -> None:
    _, [waiting] = with_rounds(cast)
    row = remove(cast, PlanRow.objects.get())
    assert row.removed_at == NOW
    ended = fresh(waiting.pk)
    assert (ended.status, ended.not_done_reason, ended.closed_at) == (Status.NOT_DONE, WHY, NOW)
    assert [fact.happening for fact in counted(ended)] == ["planned", "not_done"]
    with pytest.raises(RuleBroken):
        remove(cast, row)


def test_a_row_that_has_begun_stays(cast: Cast) -> None:
    _, [round_] = with_rounds(cast)
    start(round_=fresh(round_.pk), version=1, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        remove(cast, PlanRow.objects.get())
    assert Round.objects.get().status == Status.ONGOING
