"""Writing what the year holds: it makes its times at once, and a change leaves what has been."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.activities import actions
from varvet.registers.activities.actions import Moved
from varvet.registers.activities.models import Activity, Occasion
from varvet.registers.activities.rules import Repeat, Rule, shipped_wheel
from varvet.registers.activities.tests.factories import (
    LATER,
    MONTHLY,
    YEARLY,
    add,
    at,
    change,
    days_of,
    done,
    events,
    first_of,
    happenings,
)


def test_its_times_of_the_year_are_there_at_once(cast: Cast) -> None:
    activity = add(cast)
    rows = list(Occasion.objects.filter(activity=activity).order_by("due_on"))
    assert len(rows) == 10
    assert rows[0].reference == "ARH-2026-0001"
    assert (rows[0].due_on, rows[-1].due_on) == (date(2026, 3, 20), date(2026, 12, 21))
    assert (rows[0].name, rows[0].unit, rows[0].status) == (MONTHLY.name, cast.a, "planned")
    assert (happenings(rows[0]), events(rows[0])) == (["planned"], ["planned"])
    assert AuditEvent.objects.filter(event="activity_added", actor_id=cast.alice.pk).count() == 1


def test_sent_twice_it_is_one(cast: Cast) -> None:
    for _ in range(2):
        actions.add_activity(unit=cast.a, content=MONTHLY, key="k" * 24, by=cast.alice, now=NOW)
    assert Activity.objects.count() == 1


def test_only_those_who_edit_the_units_wheel(cast: Cast) -> None:
    activity = add(cast)
    for other in (cast.bo, cast.cecilia, cast.dag, cast.gun, cast.hugo, cast.stranger):
        with pytest.raises(NotAllowed):
            add(cast, by=other)
        with pytest.raises(NotAllowed):
            change(activity, YEARLY, other)
    with pytest.raises(NotAllowed):
        actions.take_shipped(root=cast.root, wanted=shipped_wheel(), by=cast.alice, now=NOW)


def test_who_is_responsible_works_there(cast: Cast) -> None:
    assert first_of(add(cast, replace(MONTHLY, responsible=cast.bo))).responsible == cast.bo
    with pytest.raises(RuleBroken) as broken:
        add(cast, replace(MONTHLY, responsible=cast.cecilia))
    assert broken.value.code == "activity.responsible.role"


def test_a_change_reaches_what_is_ahead_and_leaves_what_is_done(cast: Cast) -> None:
    row = done(cast)
    activity = row.activity
    change(activity, replace(MONTHLY, name="Loggar", rule=Rule(Repeat.MONTH, 1, 10), days_ahead=5), cast.alice)
    kept = Occasion.objects.get(pk=row.pk)
    assert (kept.name, kept.due_on, kept.version) == (MONTHLY.name, date(2026, 3, 20), row.version)
    ahead = Occasion.objects.filter(activity=activity, due_on__gt=TODAY + timedelta(days=5)).order_by("due_on").all()[0]
    assert (ahead.name, ahead.due_on, ahead.starts_on) == ("Loggar", date(2026, 4, 10), date(2026, 4, 5))
    assert events(ahead) == ["planned", "replanned"]
    assert len(days_of(activity)) == 10


def test_the_same_times_keep_their_number_when_the_day_changes(cast: Cast) -> None:
    activity = add(cast)
    before = list(Occasion.objects.filter(activity=activity).values_list("pk", "period").order_by("pk"))
    change(activity, replace(MONTHLY, rule=Rule(Repeat.MONTH, 1, 25)), cast.alice)
    assert list(Occasion.objects.filter(activity=activity).values_list("pk", "period").order_by("pk")) == before


def test_what_the_activity_no_longer_holds_is_withdrawn_and_counted_nowhere(cast: Cast) -> None:
    activity = add(cast)
    row = first_of(activity)
    change(activity, replace(MONTHLY, rule=Rule(Repeat.QUARTER, 3, 31)), cast.alice)
    assert days_of(activity) == [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2027, 1, 4)]
    gone = Occasion.objects.get(pk=row.pk)
    assert (gone.status, gone.withdrawn, happenings(gone)) == ("cancelled", True, [])
    change(activity, MONTHLY, cast.alice)
    assert len(days_of(activity)) == 10


def test_ended_it_holds_no_more(cast: Cast) -> None:
    activity = add(cast)
    change(activity, replace(MONTHLY, last_day=date(2026, 4, 30)), cast.alice)
    assert days_of(activity) == [date(2026, 3, 20), date(2026, 4, 20)]


def test_what_was_moved_by_hand_stays_moved(cast: Cast) -> None:
    activity = add(cast)
    row = first_of(activity)
    moved = Moved(date(2026, 3, 26), "Mötet blev senare.")
    actions.move(occasion=row, moved=moved, version=row.version, by=cast.alice, now=NOW)
    change(activity, replace(MONTHLY, name="Loggar", rule=Rule(Repeat.MONTH, 1, 12)), cast.alice)
    current = Occasion.objects.get(pk=row.pk)
    assert (current.name, current.due_on, current.withdrawn) == ("Loggar", date(2026, 3, 26), False)
    assert len(days_of(activity)) == 10


def test_a_change_of_days_makes_none_of_the_time_that_has_been(cast: Cast) -> None:
    activity = add(cast, YEARLY)
    now = at(date(2026, 9, 1))
    change(activity, replace(YEARLY, rule=Rule(Repeat.MONTH, 1, 20)), cast.alice, now)
    ahead = [day for day in days_of(activity) if day >= date(2026, 9, 1)]
    assert (ahead[0], [day for day in days_of(activity) if day < date(2026, 9, 1)]) == (
        date(2026, 9, 21),
        [date(2026, 6, 1)],
    )


def test_who_saved_first_is_told(cast: Cast) -> None:
    activity = add(cast)
    change(activity, replace(MONTHLY, name="Först"), cast.alice)
    with pytest.raises(StaleVersion):
        actions.change_activity(activity=activity, content=MONTHLY, version=1, by=cast.eva, now=LATER)
    assert Activity.objects.get(pk=activity.pk).name == "Först"


def test_the_shipped_wheel_is_taken_over_once_and_is_ones_own(cast: Cast) -> None:
    wanted = shipped_wheel()[:3]
    assert actions.take_shipped(root=cast.root, wanted=wanted, by=cast.eva, now=NOW) == 3
    own = Activity.objects.get(key=f"{actions.SHIPPED}{wanted[0].code}")
    change(own, replace(YEARLY, name="Vår egen"), cast.eva)
    assert actions.take_shipped(root=cast.root, wanted=wanted, by=cast.eva, now=LATER) == 0
    assert Activity.objects.get(pk=own.pk).name == "Vår egen"


def test_the_roots_own_quality_year(cast: Cast) -> None:
    choose(cast.root, "quality_year_first_month", 9, first_day=date(2020, 1, 1))
    activity = add(cast, replace(MONTHLY, rule=Rule(Repeat.TERTIAL, 1, 15)))
    assert days_of(activity) == [date(2026, 5, 15)]
