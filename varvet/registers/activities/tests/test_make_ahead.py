"""The nightly job through a year: none twice and none missed, across clocks, holidays, stops and a killed worker."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.law.days import is_working_day
from varvet.kernel.organisation.settings_of_root import choose
from varvet.registers.activities import actions
from varvet.registers.activities.actions import make_ahead
from varvet.registers.activities.actions.fitting import fit
from varvet.registers.activities.models import Activity, Occasion
from varvet.registers.activities.tests.factories import MONTHLY, YEARLY, add, at, days_of, events

YEAR_ON = TODAY + timedelta(days=365)


def test_a_year_day_by_day(cast: Cast) -> None:
    """Some nights it runs twice, for a week and over both changes of the clocks it does not run at all."""
    activity = add(cast)
    off = {date(2026, 3, 29), date(2026, 10, 25), *(date(2026, 12, 20) + timedelta(days=n) for n in range(7))}
    for day in (TODAY + timedelta(days=n) for n in range(0, 366, 3)):
        for _ in range(0 if day in off else 1 + day.day % 2):
            actions.make_all(now=at(day))
    found = days_of(activity)
    assert len(found) == len(set(found)) == 22  # from March to the end of the year after
    assert [(day.year, day.month) for day in found] == [(2026 + n // 12, n % 12 + 1) for n in range(2, 24)]
    assert all(is_working_day(day) for day in found)
    assert events(Occasion.objects.filter(activity=activity).latest("due_on")) == ["planned"]


def test_after_a_long_stop_none_is_missed(cast: Cast) -> None:
    activity = add(cast)
    actions.make_all(now=at(date(2027, 6, 1)))
    found = days_of(activity)
    assert len(found) == len(set(found)) == 22


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 3, 30), date(2026, 10, 25), date(2026, 10, 26)])
def test_nights_when_the_clocks_are_changed(cast: Cast, night: date) -> None:
    activity = add(cast)
    actions.make_all(now=at(night))
    before = days_of(activity)
    actions.make_all(now=at(night))
    actions.make_all(now=at(night + timedelta(days=1)))
    assert days_of(activity) == before
    assert date(2026, 10, 20) in before


def test_killed_half_way_it_goes_on_where_it_was(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = add(cast), add(cast, YEARLY)
    calls: list[int] = []

    def killed(activity: Activity, **given: object) -> object:
        calls.append(activity.pk)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return fit(activity, **given)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(make_ahead, "fit", killed)
    with pytest.raises(KeyboardInterrupt):
        actions.make_all(now=at(date(2026, 11, 1)))
    assert (len(days_of(first)), len(days_of(second))) == (22, 1)
    monkeypatch.setattr(make_ahead, "fit", fit)
    assert actions.make_all(now=at(date(2026, 11, 2))) == 1
    assert (len(days_of(first)), len(days_of(second))) == (22, 2)


def test_who_has_left_is_not_named_any_more(cast: Cast) -> None:
    activity = add(cast, MONTHLY)
    Activity.objects.filter(pk=activity.pk).update(responsible=cast.bo)
    cast.bo.is_active = False
    cast.bo.save()
    actions.make_all(now=at(date(2026, 11, 1)))
    assert Occasion.objects.filter(activity=activity, responsible=cast.bo).count() == 0


def test_the_quality_year_moved_moves_what_is_ahead(cast: Cast) -> None:
    activity = add(cast, YEARLY)
    choose(cast.root, "quality_year_first_month", 9, first_day=date(2026, 4, 1))
    actions.make_all(now=at(date(2026, 4, 2)))
    assert [day for day in days_of(activity) if day.year == 2026] == [date(2026, 6, 1)]


def test_it_is_declared_to_the_worker() -> None:
    [declared] = make_ahead.PERIODIC
    assert declared.task is make_ahead.make_ahead
    assert declared.next_after(at(date(2026, 10, 24))).date() == date(2026, 10, 25)
