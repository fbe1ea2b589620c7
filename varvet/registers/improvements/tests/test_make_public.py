"""Telling everybody: who may, of what, in what order, and that it is counted while it can be read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement, PublicChange
from varvet.registers.improvements.rules import ORIGINS, Standing, can_be_told
from varvet.registers.improvements.tests.factories import counted, fresh, last_event, make, make_done
from varvet.registers.improvements.tests.public_factories import (
    WORDS,
    change_of,
    make_published,
    make_told_of,
    make_written,
)

Act = Callable[[Improvement, User], object]


def write(held: Improvement, by: User) -> object:
    return actions.write_public(improvement=held, words=WORDS, version=held.version, by=by, now=NOW)


def publish(held: Improvement, by: User) -> object:
    return actions.publish(improvement=held, version=held.version, by=by, now=NOW)


def withdraw(held: Improvement, by: User) -> object:
    return actions.withdraw(improvement=held, reason="Någon kände igen sig.", version=held.version, by=by, now=NOW)


ACTS: list[tuple[Act, Callable[[Cast], Improvement], str]] = [
    (write, make_told_of, "public_written"),
    (publish, make_written, "published"),
    (withdraw, make_published, "withdrawn"),
]


def made_public(held: Improvement) -> list[object]:
    return [fact.day for fact in counted(held) if fact.happening == "made_public"]


@pytest.mark.parametrize(("act", "ready", "event"), ACTS)
def test_whoever_publishes_may_and_nobody_else(
    cast: Cast, act: Act, ready: Callable[[Cast], Improvement], event: str
) -> None:
    held = ready(cast)
    for other in (cast.alice, cast.bo, cast.dag, cast.hugo, cast.gun, cast.stranger):
        with pytest.raises(NotAllowed):
            act(held, other)
    act(held, cast.eva)
    assert last_event(held) == (event, cast.eva.pk, held.version + 1)


@pytest.mark.parametrize(("act", "ready", "event"), ACTS)
def test_the_second_of_two_at_once_is_told(
    cast: Cast, act: Act, ready: Callable[[Cast], Improvement], event: str
) -> None:
    held = ready(cast)
    act(held, cast.eva)
    with pytest.raises(StaleVersion):
        act(held, cast.eva)
    assert last_event(held)[0] == event


def test_it_is_counted_only_while_it_can_be_read(cast: Cast) -> None:
    held = make_written(cast)
    assert made_public(held) == []
    publish(held, cast.eva)
    assert made_public(held) == [TODAY]
    withdraw(fresh(held.pk), cast.eva)
    assert made_public(held) == []
    assert change_of(held).standing == Standing.WITHDRAWN
    publish(fresh(held.pk), cast.eva)
    assert made_public(held) == [TODAY]


def test_what_is_changed_is_read_by_nobody_until_it_is_published_anew(cast: Cast) -> None:
    held = make_published(cast)
    words = replace(WORDS, we_did="Brevet finns nu på fem språk.")
    actions.write_public(improvement=held, words=words, version=held.version, by=cast.eva, now=NOW)
    assert change_of(held).standing == Standing.DRAFT
    assert made_public(held) == []
    assert PublicChange.objects.count() == 1


@pytest.mark.parametrize("kind", sorted(ORIGINS))
def test_what_came_of_what_people_said_can_be_told(cast: Cast, kind: str) -> None:
    write(make_told_of(cast, kind), cast.eva)
    assert PublicChange.objects.exists()


def test_nothing_else_can_be_told(cast: Cast) -> None:
    cases = [(make(cast), "not_done"), (make_done(cast), "origin"), (make_told_of(cast, "lex_sarah"), "origin")]
    for held, code in cases:
        with pytest.raises(RuleBroken) as broken:
            write(held, cast.eva)
        assert broken.value.code == f"improvement.public.{code}"
    assert not PublicChange.objects.exists()


def test_nothing_is_published_unwritten_or_twice_or_taken_down_unpublished(cast: Cast) -> None:
    for held, act, code in (
        (make_told_of(cast), publish, "unwritten"),
        (make_published(cast), publish, "published"),
        (make_written(cast), withdraw, "not_published"),
    ):
        with pytest.raises(RuleBroken) as broken:
            act(held, cast.eva)
        assert broken.value.code == f"improvement.public.{code}"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (replace(WORDS, you_said=" "), "you_said"),
        (replace(WORDS, we_did=""), "we_did"),
        (replace(WORDS, you_said="x" * 301), "you_said.long"),
        (replace(WORDS, we_did="x" * 501), "we_did.long"),
        (replace(WORDS, we_did="Vi ringde 19121212-1212."), "we_did.number"),
        (replace(WORDS, area="moon"), "area"),
    ],
)
def test_words_that_cannot_be(cast: Cast, words: actions.PublicWords, code: str) -> None:
    held = make_told_of(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.write_public(improvement=held, words=words, version=held.version, by=cast.eva, now=NOW)
    assert broken.value.code == f"improvement.public.{code}"


def test_only_what_is_in_place_can_be_told() -> None:
    assert can_be_told("done", ["feedback", "lex_sarah"])
    assert not can_be_told("ongoing", ["feedback"])
    assert not can_be_told("done", [])
