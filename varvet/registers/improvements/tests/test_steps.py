"""Starting, carrying out, judging, giving up and carrying over: who may, when, and what is left behind."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement, Narrative, Part
from varvet.registers.improvements.rules import MOVES, Effect, Event, Status
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    UNPLANNED,
    Counted,
    counted,
    fresh,
    last_event,
    make,
    make_done,
    make_given_up,
    make_planned,
    make_settled,
)

Act = Callable[[Improvement, User], Improvement]
Make = Callable[[Cast], Improvement]
DONE_FACTS = [Counted("decided", DECIDED), Counted("performed", TODAY, days=30)]


def start(held: Improvement, by: User) -> Improvement:
    return actions.start(improvement=held, version=held.version, by=by, now=NOW)


def carry_out(held: Improvement, by: User) -> Improvement:
    return actions.carry_out(
        improvement=held, carried_out_on=TODAY, version=held.version, by=by, now=NOW, unplanned=UNPLANNED
    )


def judge(held: Improvement, by: User) -> Improvement:
    following = actions.Next("Kollegiegranskning i stället")
    judgement = actions.Judgement(Effect.NO_EFFECT, " 16 av 20, sedan 15 av 20 ", next=following)
    return actions.judge_effect(improvement=held, judgement=judgement, version=held.version, by=by, now=NOW)


def too_early(held: Improvement, by: User) -> Improvement:
    judgement = actions.Judgement(Effect.TOO_EARLY)
    return actions.judge_effect(improvement=held, judgement=judgement, version=held.version, by=by, now=NOW)


def give_up(held: Improvement, by: User) -> Improvement:
    giving_up = actions.GivingUp(Status.IN_RISK_PICTURE, "Hanteras som risk.")
    return actions.give_up(improvement=held, giving_up=giving_up, version=held.version, by=by, now=NOW)


def carry_over(held: Improvement, by: User) -> Improvement:
    return actions.carry_over(
        improvement=held, to_year=2027, reason="Vi hann inte.", version=held.version, by=by, now=NOW
    )


STEPS: list[tuple[Make, Act, str]] = [
    (make, start, "started"),
    (make, carry_out, "carried_out"),
    (make_done, judge, "effect_judged"),
    (make, give_up, "given_up"),
    (make, carry_over, "carried_over"),
]
NOT_NOW: list[tuple[Make, Act]] = [
    (make_done, start),
    (make_settled, carry_out),
    (make, judge),
    (make_settled, judge),
    (make_done, give_up),
    (make_given_up, carry_over),
]


@pytest.mark.parametrize(
    ("event", "build", "act"),
    [
        (Event.START, make, start),
        (Event.CARRY_OUT, make, carry_out),
        (Event.JUDGE, make_done, judge),
        (Event.GIVE_UP, make, give_up),
        (Event.CARRY_OVER, make, carry_over),
    ],
)
def test_a_step_leads_where_the_rules_say(cast: Cast, event: Event, build: Make, act: Act) -> None:
    held = build(cast)
    assert act(held, cast.alice).status in (MOVES.of(event).targets or (held.status,))


def test_started_is_ongoing_from_today(cast: Cast) -> None:
    held = start(make(cast), cast.alice)
    assert (held.status, held.started_on) == (Status.ONGOING, TODAY)


def test_carried_out_is_done_and_counted_with_its_days(cast: Cast) -> None:
    held = carry_out(make(cast), cast.alice)
    assert (held.status, held.carried_out_on) == (Status.DONE, TODAY)
    assert counted(held) == DONE_FACTS


def test_carried_out_on_a_day_to_come_is_refused(cast: Cast) -> None:
    held, tomorrow = make(cast), TODAY + timedelta(days=1)
    with pytest.raises(RuleBroken):
        actions.carry_out(improvement=held, carried_out_on=tomorrow, version=1, by=cast.alice, now=NOW)
    assert counted(fresh(held.pk)) == DONE_FACTS[:1]


def test_a_settled_effect_closes_and_is_counted(cast: Cast) -> None:
    held = judge(make_done(cast), cast.alice)
    assert (held.effect, held.effect_words) == (Effect.NO_EFFECT, "16 av 20, sedan 15 av 20")
    assert held.closed_at == NOW
    assert counted(held) == [*DONE_FACTS, Counted("effect_judged", TODAY, outcome="no_effect")]


def test_too_early_stays_open_and_is_judged_again_but_counted_once(cast: Cast) -> None:
    held = too_early(make_done(cast), cast.alice)
    assert held.closed_at is None
    assert counted(held)[-1] == Counted("effect_judged", TODAY, outcome="too_early")
    assert counted(judge(held, cast.alice))[2:] == [Counted("effect_judged", TODAY, outcome="no_effect")]


def test_given_up_keeps_the_reason_and_is_no_longer_counted_as_to_do(cast: Cast) -> None:
    held = give_up(make(cast), cast.alice)
    assert (held.status, held.given_up_on, held.closed_at) == (Status.IN_RISK_PICTURE, TODAY, NOW)
    assert Narrative.objects.get(improvement=held, part=Part.GIVEN_UP).text == "Hanteras som risk."
    assert counted(held) == DONE_FACTS[:1]


def test_carried_over_names_the_year_and_keeps_the_state(cast: Cast) -> None:
    held = carry_over(make(cast), cast.alice)
    assert (held.status, held.carried_over_to_year) == (Status.PLANNED, 2027)
    assert counted(held) == [*DONE_FACTS[:1], Counted("carried_over", TODAY)]
    assert Narrative.objects.get(improvement=held, part=Part.CARRIED_OVER).text == "Vi hann inte."
    assert actions.year_of(held) == 2027


def test_carried_over_goes_forward_only(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        carry_over(carry_over(make(cast), cast.alice), cast.alice)


def test_the_year_is_the_quality_year_of_the_root(cast: Cast) -> None:
    choose(cast.root, "quality_year_first_month", 2, first_day=DECIDED.replace(year=2020))
    assert actions.year_of(make(cast)) == 2027


@pytest.mark.parametrize(("begin", "act", "event"), STEPS)
def test_audit_is_written(cast: Cast, begin: Make, act: Act, event: str) -> None:
    held = act(begin(cast), cast.alice)
    assert last_event(held) == (event, cast.alice.pk, held.version)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
@pytest.mark.parametrize(("begin", "act", "event"), STEPS)
def test_others_may_not(cast: Cast, begin: Make, act: Act, event: str, who: str) -> None:
    held = begin(cast)
    with pytest.raises(NotAllowed):
        act(held, getattr(cast, who))
    assert fresh(held.pk).version == held.version


@pytest.mark.parametrize(("begin", "act"), NOT_NOW)
def test_not_in_this_state(cast: Cast, begin: Make, act: Act) -> None:
    held = begin(cast)
    with pytest.raises(RuleBroken):
        act(held, cast.alice)
    assert fresh(held.pk).version == held.version


@pytest.mark.parametrize(("begin", "act", "event"), STEPS)
def test_an_old_version_is_not_written_over(cast: Cast, begin: Make, act: Act, event: str) -> None:
    held = begin(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        act(held, cast.alice)


def test_without_a_plan_it_is_said_why_before_it_is_in_place(cast: Cast) -> None:
    held = make(cast)
    with pytest.raises(RuleBroken) as raised:
        actions.carry_out(improvement=held, carried_out_on=TODAY, version=held.version, by=cast.alice, now=NOW)
    assert raised.value.field == "unplanned"
    assert fresh(held.pk).status == Status.PLANNED
    carry_out(held, cast.alice)
    kept = Narrative.objects.get(improvement=held, part=Part.UNPLANNED)
    assert kept.text == UNPLANNED


def test_what_is_planned_needs_no_reason_and_keeps_none(cast: Cast) -> None:
    held = carry_out(make_planned(cast), cast.alice)
    assert held.status == Status.DONE
    assert not Narrative.objects.filter(improvement=held, part=Part.UNPLANNED).exists()
