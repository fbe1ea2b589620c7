"""What happens to an occasion: done, not done, moved, cancelled, given to another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.activities import actions, queries
from varvet.registers.activities.actions import Moved, Outcome
from varvet.registers.activities.models import Activity, Narrative, Occasion
from varvet.registers.activities.tests.factories import LATER, MONTHLY, add, done, events, first_of, happenings, planned

TO = Moved(date(2026, 3, 28), "Lokalen var upptagen.")  # a Saturday


def mark(row: Occasion, cast: Cast, outcome: Outcome) -> Occasion:
    return actions.mark_done(occasion=row, outcome=outcome, version=row.version, by=cast.alice, now=LATER)


def test_done_is_counted_on_its_day_and_in_time(cast: Cast) -> None:
    row = done(cast)
    assert (row.status, row.done_on, row.occurred_day) == ("done", TODAY, TODAY)
    assert events(row) == ["planned", "done"]
    fact = Fact.objects.get(record_id=row.pk, happening="done")
    assert (fact.day, fact.numerator, fact.denominator, fact.days, fact.kind) == (TODAY, 1, 1, 0, "check")


def test_done_too_late_says_how_late(cast: Cast) -> None:
    row, now = planned(cast), NOW + timedelta(days=20)
    outcome = Outcome(date(2026, 3, 25))
    actions.mark_done(occasion=row, outcome=outcome, version=row.version, by=cast.alice, now=now)
    fact = Fact.objects.get(record_id=row.pk, happening="done")
    assert (fact.numerator, fact.denominator, fact.days) == (0, 1, 5)


def test_a_number_that_is_not_there_is_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        mark(planned(cast), cast, Outcome(TODAY, made="EGK-2026-9999"))
    assert broken.value.code == "activity.made.none"


def test_a_note_is_kept_with_it(cast: Cast) -> None:
    row = mark(planned(cast), cast, Outcome(TODAY, words="Allt stämde."))
    assert (row.made, Narrative.objects.get(occasion=row).text) == (None, "Allt stämde.")


def test_not_done_and_cancelled_have_a_reason_and_count_apart(cast: Cast) -> None:
    rows = list(Occasion.objects.select_related("unit", "root").filter(activity=add(cast)).order_by("due_on"))
    left = actions.mark_not_done(occasion=rows[0], reason="Sjukdom.", version=1, by=cast.alice, now=LATER)
    off = actions.cancel(occasion=rows[1], reason="Utbildningsdag.", version=1, by=cast.alice, now=LATER)
    assert (left.status, happenings(left), events(left)[-1]) == ("not_done", ["planned", "not_done"], "not_done")
    assert (off.status, happenings(off), events(off)[-1]) == ("cancelled", ["cancelled"], "cancelled")
    assert actions.make_all(now=LATER) == 0
    with pytest.raises(RuleBroken, match="Skriv varför"):
        actions.cancel(occasion=rows[2], reason=" ", version=1, by=cast.alice, now=LATER)


def test_moved_to_a_working_day_it_is_the_same_one(cast: Cast) -> None:
    row = planned(cast, replace(MONTHLY, days_ahead=5))
    moved = actions.move(occasion=row, moved=TO, version=1, by=cast.alice, now=LATER)
    assert (moved.due_on, moved.starts_on) == (date(2026, 3, 30), date(2026, 3, 25))
    assert (moved.moved_from, moved.status, events(moved)[-1]) == (date(2026, 3, 20), "planned", "moved")
    assert Fact.objects.get(record_id=row.pk).day == date(2026, 3, 30)
    again = Moved(date(2026, 4, 1), "En gång till.")
    moved = actions.move(occasion=moved, moved=again, version=moved.version, by=cast.alice, now=LATER)
    assert moved.moved_from == date(2026, 3, 20)
    assert actions.make_all(now=LATER) == 0


def test_what_has_ended_and_old_versions_are_refused(cast: Cast) -> None:
    row = done(cast)
    with pytest.raises(RuleBroken, match="läge är: gjord"):
        actions.move(occasion=row, moved=TO, version=row.version, by=cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="läge är: gjord"):
        actions.cancel(occasion=row, reason="Nej.", version=row.version, by=cast.alice, now=LATER)
    other = first_of(add(cast))
    with pytest.raises(StaleVersion):
        actions.move(occasion=other, moved=TO, version=other.version + 1, by=cast.alice, now=LATER)


def test_others_do_nothing_with_it(cast: Cast) -> None:
    row = planned(cast)
    for other in (cast.bo, cast.cecilia, cast.dag, cast.gun, cast.hugo, cast.stranger):
        with pytest.raises(NotAllowed):
            actions.mark_done(occasion=row, outcome=Outcome(TODAY), version=1, by=other, now=LATER)


def test_whoever_is_responsible_does_it_without_editing_the_wheel(cast: Cast) -> None:
    row = planned(cast)
    row = actions.assign(occasion=row, responsible=cast.bo, version=1, by=cast.alice, now=LATER)
    assert queries.list_tasks(reader_of(cast.bo))[0].reference == row.reference
    assert queries.list_tasks(reader_of(cast.alice)) == []
    actions.mark_done(occasion=row, outcome=Outcome(TODAY), version=row.version, by=cast.bo, now=LATER)
    assert queries.list_tasks(reader_of(cast.bo)) == []
    with pytest.raises(RuleBroken):
        actions.assign(occasion=first_of(add(cast)), responsible=cast.cecilia, version=1, by=cast.alice, now=LATER)


def test_handed_over_the_activity_goes_too(cast: Cast) -> None:
    activity = add(cast, replace(MONTHLY, responsible=cast.bo))
    row = first_of(activity)
    actions.reassign(row, cast.alice, "Bo slutar.", cast.eva, LATER)
    assert Occasion.objects.get(pk=row.pk).responsible == cast.alice
    assert Activity.objects.get(pk=activity.pk).responsible == cast.alice
    assert (events(row)[-1], Narrative.objects.get(occasion=row).text) == ("reassigned", "Bo slutar.")


def test_the_clock_and_the_task_are_of_the_same_day(cast: Cast) -> None:
    row = planned(cast)
    [clock] = clocks_of(row)
    [task] = queries.list_tasks(reader_of(cast.alice))
    assert (clock.due, clock.holder_id, clock.extendable) == (task.due, None, False)
    assert clocks_of(done(cast)) == []


def test_lines_of_the_report(cast: Cast) -> None:
    row = done(cast)
    [line] = queries.report_lines(cast.root, date(2026, 3, 1), date(2026, 3, 31))
    assert (line.code, line.title, line.result) == (row.reference, MONTHLY.name, "Gjord 2026-03-16.")
