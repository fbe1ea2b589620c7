"""Writing an activity in, planned or held: what is kept, counted and refused."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.law.days import day_of
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.involvement import actions
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import People, Status
from varvet.registers.involvement.tests.factories import (
    HEARD,
    HELD_ON,
    PLANNED_ON,
    about,
    facts_of,
    fresh,
    heard,
    last_event,
    planned,
    recorded,
    unwritten,
    words_of,
)


def test_what_is_planned_is_kept_and_counted(cast: Cast) -> None:
    activity = planned(cast)
    assert (activity.status, activity.planned_on, activity.held_on) == (Status.PLANNED, PLANNED_ON, None)
    assert (activity.reference, activity.responsible, activity.opened_by) == ("BMV-2026-0001", cast.bo, cast.bo)
    assert facts_of(activity) == [("planned", TODAY, 1)]
    assert last_event(activity) == ("planned", 1, cast.bo.pk)
    assert words_of(activity) == {"purpose": "Förstår ni våra brev?"}


def test_what_has_been_held_is_kept_and_counted(cast: Cast) -> None:
    activity = recorded(cast)
    assert (activity.status, activity.day, activity.occurred_day) == (Status.HELD, HELD_ON, HELD_ON)
    assert (activity.invited, activity.took_part, activity.written_on) == (12, 9, TODAY)
    assert sorted(facts_of(activity)) == [
        ("held", HELD_ON, 1),
        ("mention", HELD_ON, 1),
        ("mention", HELD_ON, 1),
        ("took_part", HELD_ON, 9),
    ]
    assert words_of(activity) == {"heard": HEARD}
    part = Fact.objects.get(record_id=activity.pk, happening="took_part")
    assert (part.kind, part.channel, part.numerator, part.denominator) == ("focus_group", "together", 9, 12)
    mentions = Fact.objects.filter(record_id=activity.pk, happening="mention")
    assert {(fact.category_list, fact.category) for fact in mentions} == {
        ("involvement_theme", "information"),
        ("involvement_theme", "treatment"),
    }


def test_the_day_alone_is_enough(cast: Cast) -> None:
    activity = unwritten(cast)
    assert (activity.took_part, activity.written_on, words_of(activity)) == (None, None, {})
    assert facts_of(activity) == [("held", HELD_ON, 1)]


def test_an_open_invitation_is_no_part_of_a_share(cast: Cast) -> None:
    activity = recorded(cast, said=heard(people=People(None, 30)))
    part = Fact.objects.get(record_id=activity.pk, happening="took_part")
    assert (part.count, part.numerator, part.denominator) == (30, None, None)


def test_a_resend_makes_no_second(cast: Cast) -> None:
    key, content = new_key(), actions.Held(about(cast), HELD_ON, heard())
    made = [actions.record(content=content, key=key, by=cast.bo, now=NOW).pk for _ in range(2)]
    assert made[0] == made[1]
    assert Activity.objects.count() == 1


def test_the_draft_is_gone_when_it_is_saved(cast: Cast) -> None:
    save_draft(owner=cast.bo, form=actions.DRAFT, content={"whom": "x"}, now=NOW)
    recorded(cast)
    assert get_draft(owner=cast.bo, form=actions.DRAFT, today=TODAY) == {}


def test_other_units_take_part_too_and_it_counts_once(cast: Cast) -> None:
    activity = recorded(cast, also=(cast.b, cast.a))
    assert [other.unit for other in activity.also.all()] == [cast.b]
    assert {fact.unit_id for fact in Fact.objects.filter(record_id=activity.pk)} == {cast.a.pk}


@pytest.mark.parametrize("who", ["cecilia", "hugo", "gun", "stranger"])
def test_one_writes_in_only_for_ones_own_units(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        recorded(cast, by=getattr(cast, who))
    with pytest.raises(NotAllowed):
        planned(cast, by=getattr(cast, who))
    assert not Activity.objects.exists()


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    tomorrow, yesterday = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
    plans = [
        actions.Plan(about(cast), yesterday),
        actions.Plan(about(cast, whom=" x "), tomorrow),
        actions.Plan(about(cast, also=(cast.other_unit,)), tomorrow),
    ]
    held = [
        actions.Held(about(cast), tomorrow, heard()),
        actions.Held(about(cast), TODAY, heard(people=People(8, 9))),
        actions.Held(about(cast), TODAY, heard(people=People(None, -1))),
        actions.Held(about(cast), TODAY, heard(themes=("no-such-theme",))),
        actions.Held(about(cast, whom="Kalle 19121212-1212"), TODAY, heard()),
    ]
    codes = []
    for plan in plans:
        with pytest.raises(RuleBroken) as broken:
            actions.plan(content=plan, key=new_key(), by=cast.bo, now=NOW)
        codes.append(broken.value.code)
    for content in held:
        with pytest.raises(RuleBroken) as broken:
            actions.record(content=content, key=new_key(), by=cast.bo, now=NOW)
        codes.append(broken.value.code)
    assert codes == [
        "activity.day.past",
        "activity.whom.empty",
        "activity.unit.root",
        "activity.day.ahead",
        "activity.took_part.more",
        "activity.took_part.number",
        "activity.themes.list",
        "activity.whom.personal",
    ]
    assert not Activity.objects.exists()


def test_describing_moves_its_day_and_unit(cast: Cast) -> None:
    activity, later = planned(cast), PLANNED_ON + timedelta(days=7)
    moved = about(cast, unit=cast.b, whom="Ungdomar")
    actions.describe(activity=activity, about=moved, planned_on=later, version=activity.version, by=cast.eva, now=NOW)
    now = fresh(activity)
    assert (now.unit, now.whom, now.planned_on) == (cast.b, "Ungdomar", later)
    assert Fact.objects.get(record_id=now.pk).unit_id == cast.b.pk
    assert last_event(now)[0] == "described"


def test_nobody_moves_it_to_a_unit_they_have_no_part_in(cast: Cast) -> None:
    activity = planned(cast)
    content = about(cast, unit=cast.b)
    for by in (cast.bo, cast.alice):
        with pytest.raises(NotAllowed):
            actions.describe(
                activity=activity, about=content, planned_on=None, version=activity.version, by=by, now=NOW
            )
    assert fresh(activity).unit == cast.a


def test_a_planned_day_is_not_moved_back_in_time(cast: Cast) -> None:
    activity, yesterday = planned(cast), day_of(NOW) - timedelta(days=1)
    with pytest.raises(RuleBroken):
        actions.describe(
            activity=activity, about=about(cast), planned_on=yesterday, version=activity.version, by=cast.bo, now=NOW
        )
