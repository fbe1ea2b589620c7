"""By when an improvement is to be done, and its effect judged: the same in the queue and for the reminders."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.deadlines.clocks import clocks_of, list_clocks
from varvet.kernel.deadlines.extending import extend
from varvet.registers.improvements import actions, queries
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import Effect
from varvet.registers.improvements.tests.factories import (
    decision,
    history,
    make,
    make_done,
    make_given_up,
    make_settled,
)

THREE_MONTHS = date(2026, 6, 16)


def running(held: Improvement) -> list[tuple[str, date | datetime]]:
    return [(clock.code, clock.due) for clock in clocks_of(held)]


def test_it_is_to_be_carried_out_by_its_day(cast: Cast) -> None:
    held = make(cast, replace(decision(cast.a), owner=cast.eva))
    [clock] = clocks_of(held)
    assert (clock.code, clock.due, clock.holder_id) == ("carry_out", TODAY + timedelta(days=10), cast.eva.pk)
    assert clocks_of(make(cast, replace(decision(cast.a), due_on=None))) == []
    assert clocks_of(make_given_up(cast)) == []


def test_carried_over_it_has_until_the_year_ends(cast: Cast) -> None:
    for content in (decision(cast.a), replace(decision(cast.a), due_on=None)):
        held = make(cast, content)
        actions.carry_over(improvement=held, to_year=2027, reason="x", version=held.version, by=cast.alice, now=NOW)
        assert running(held) == [("carry_out", date(2027, 12, 31))]


def test_carried_out_its_effect_is_asked_for_until_it_is_known(cast: Cast) -> None:
    held = make_done(cast)
    assert running(held) == [("judge_effect", THREE_MONTHS)]
    early, later = actions.Judgement(Effect.TOO_EARLY), NOW + timedelta(days=30)
    actions.judge_effect(improvement=held, judgement=early, version=held.version, by=cast.alice, now=later)
    assert running(held) == [("judge_effect", date(2026, 7, 15))]
    assert running(make_settled(cast)) == []


def test_what_was_carried_out_before_varvet_asks_for_nothing(cast: Cast) -> None:
    unjudged = replace(history(cast.a), effect="", effect_words="", effect_judged_on=None)
    actions.import_history(rows=[unjudged], root=cast.root, by=cast.eva, now=NOW)
    assert list_clocks(cast.root) == []


def test_the_queue_follows_the_clocks(cast: Cast) -> None:
    held, done = make(cast), make_done(cast)
    until = TODAY + timedelta(days=20)
    extend(record=held, code="carry_out", until=until, reason="Systemet dröjer.", by=cast.alice, now=NOW)
    tasks = queries.list_tasks(reader_of(cast.alice))
    assert [(task.title, task.reference, task.due) for task in tasks] == [
        ("Genomför en åtgärd", held.reference, until),
        ("Bedöm effekten av en åtgärd", done.reference, THREE_MONTHS),
    ]
