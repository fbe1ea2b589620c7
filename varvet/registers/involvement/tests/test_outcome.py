"""From held to concluded: what was heard, what it led to, how they were told, and what is refused."""

from datetime import timedelta

import pytest

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.involvement import actions
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import People, Result, Status, Telling
from varvet.registers.involvement.tests.factories import (
    HEARD,
    HELD_ON,
    LATER,
    LINE,
    concluded,
    decided,
    facts_of,
    fresh,
    heard,
    last_event,
    planned,
    recorded,
    told,
    unwritten,
    words_of,
)


def happenings(activity: Activity) -> set[str]:
    return {happening for happening, _, _ in facts_of(activity)}


def test_holding_what_was_planned(cast: Cast) -> None:
    activity = planned(cast)
    actions.hold(activity=activity, held_on=HELD_ON, heard=heard(), version=activity.version, by=cast.bo, now=LATER)
    now = fresh(activity)
    assert (now.status, now.held_on, now.took_part) == (Status.HELD, HELD_ON, 9)
    assert {"planned", "held", "took_part", "mention"} == happenings(now)
    assert last_event(now)[0] == "held"


def test_it_is_not_held_before_its_day(cast: Cast) -> None:
    activity, tomorrow = planned(cast), TODAY + timedelta(days=1)
    with pytest.raises(RuleBroken) as broken:
        actions.hold(activity=activity, held_on=tomorrow, heard=heard(), version=activity.version, by=cast.bo, now=NOW)
    assert broken.value.code == "activity.day.ahead"


def test_writing_adds_words_and_replaces_numbers(cast: Cast) -> None:
    activity = unwritten(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.write(activity=activity, heard=heard(words=" "), version=activity.version, by=cast.bo, now=NOW)
    assert broken.value.code == "activity.heard.empty"
    first = actions.write(activity=activity, heard=heard(), version=activity.version, by=cast.bo, now=NOW)
    more = heard(people=People(12, 10), words="", themes=("waiting",))
    then = actions.write(activity=first, heard=more, version=first.version, by=cast.bo, now=LATER)
    assert (then.took_part, then.written_on) == (10, TODAY)
    assert words_of(then) == {"heard": HEARD}
    assert [theme.category.code for theme in then.themes.all()] == ["waiting"]


def test_a_change_counts_as_one(cast: Cast) -> None:
    activity = decided(cast)
    assert (activity.result, activity.result_line, activity.decided_on) == (Result.CHANGE, LINE, TODAY)
    fact = Fact.objects.get(record_id=activity.pk, happening="decided")
    assert (fact.outcome, fact.days) == ("change", 4)
    assert words_of(activity)["result"] == "Rådgivaren skrev om den."


def test_why_nothing_changes_must_be_said(cast: Cast) -> None:
    activity = recorded(cast)
    for result, line, sentence in (
        (Result.NO_CHANGE, " ", "Skriv kort varför inget ändrades."),
        (Result.CHANGE, "", "Skriv kort vad som ändrades."),
        (Result.CHANGE, "x" * 201, "Skriv högst 200 tecken."),
    ):
        outcome = actions.Outcome(result, line)
        with pytest.raises(RuleBroken) as broken:
            actions.decide(activity=activity, outcome=outcome, version=activity.version, by=cast.bo, now=NOW)
        assert broken.value.sentence == sentence
    assert fresh(activity).result == ""


def test_telling_back_counts_from_the_day_it_was_held(cast: Cast) -> None:
    activity = told(cast)
    fact = Fact.objects.get(record_id=activity.pk, happening="told")
    assert (activity.told_how, fact.day, fact.days) == (Telling.MEETING, TODAY, 4)


def test_those_who_cannot_be_reached_have_not_been_told(cast: Cast) -> None:
    activity = concluded(cast, how=Telling.NOT_POSSIBLE)
    assert "told" not in happenings(activity)
    assert activity.status == Status.CONCLUDED


def test_telling_has_a_day_that_can_be(cast: Cast) -> None:
    activity = decided(cast)
    for day, code in ((HELD_ON - timedelta(days=1), "before"), (TODAY + timedelta(days=1), "ahead")):
        content = actions.ToldBack(Telling.WEB, day, "Läs på webbplatsen.")
        with pytest.raises(RuleBroken) as broken:
            actions.tell(activity=activity, told=content, version=activity.version, by=cast.bo, now=NOW)
        assert broken.value.code == f"activity.told_on.{code}"


def test_concluding_needs_all_of_it(cast: Cast) -> None:
    for activity, place in ((unwritten(cast), "write"), (recorded(cast), "decide"), (decided(cast), "tell")):
        with pytest.raises(RuleBroken) as broken:
            actions.conclude(activity=activity, version=activity.version, by=cast.bo, now=NOW)
        assert (broken.value.code, broken.value.field) == ("activity.conclude.missing", place)


def test_concluded_it_counts_and_is_closed(cast: Cast) -> None:
    activity = fresh(concluded(cast))
    assert (activity.status, activity.concluded_on, activity.closed_at) == (Status.CONCLUDED, TODAY, NOW)
    assert {"held", "took_part", "mention", "decided", "told", "concluded"} == happenings(activity)


def test_reopened_it_is_held_once_and_its_responsible_is_told(cast: Cast) -> None:
    activity = concluded(cast)
    actions.reopen(activity=activity, reason="Fel siffror.", version=activity.version, by=cast.eva, now=LATER)
    now = fresh(activity)
    assert (now.status, now.closed_at, now.concluded_on) == (Status.HELD, None, None)
    assert [happening for happening, _, _ in facts_of(now)].count("held") == 1
    assert Notification.objects.filter(receiver=cast.bo, event="reopened").count() == 1


def test_cancelled_it_says_why_and_was_never_held(cast: Cast) -> None:
    activity = planned(cast)
    with pytest.raises(RuleBroken):
        actions.cancel(activity=activity, reason=" ", version=activity.version, by=cast.bo, now=NOW)
    actions.cancel(activity=activity, reason="Sjukdom.", version=activity.version, by=cast.bo, now=NOW)
    now = fresh(activity)
    assert (now.status, happenings(now)) == (Status.CANCELLED, {"planned", "cancelled"})
    assert words_of(now)["cancelled"] == "Sjukdom."
