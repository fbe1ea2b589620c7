"""What a result leads to: analysis, no action and why, the APT; who may, when, and what is left behind."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.facts import recount_followed
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import FollowUp, Narrative, Round
from varvet.registers.self_checks.rules import decision
from varvet.registers.self_checks.tests.factories import counted, fresh, last_event, led_to, make, make_performed

Act = Callable[[Round, User], Round]


def analyse(held: Round, by: User) -> Round:
    return actions.analyse(round_=held, analysis=" Mallen hjälpte. ", version=held.version, by=by, now=NOW)


def no_action(held: Round, by: User) -> Round:
    return actions.decide_no_action(round_=held, reason=" Målet är nått. ", version=held.version, by=by, now=NOW)


def raised(held: Round, by: User) -> Round:
    return actions.note_raised(round_=held, day=TODAY, version=held.version, by=by, now=NOW)


STEPS: list[tuple[Act, str]] = [(analyse, "analysed"), (no_action, "no_action"), (raised, "raised")]


def test_each_is_kept(cast: Cast) -> None:
    held = raised(no_action(analyse(make_performed(cast), cast.alice), cast.alice), cast.alice)
    after = FollowUp.objects.get(round=held)
    assert (after.no_action_reason, after.decided_on, after.raised_on) == ("Målet är nått.", TODAY, TODAY)
    assert Narrative.objects.get(round=held).text == "Mallen hjälpte."
    assert all(item.done for item in decision.left_of(actions.followed_of(held)))


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_audit_is_written_and_the_result_stays(cast: Cast, act: Act, event: str) -> None:
    held = make_performed(cast)
    before = counted(held)
    held = act(held, cast.alice)
    assert last_event(held) == (event, cast.alice.pk, 3)
    assert counted(held) == before


def test_an_improvement_that_follows_is_a_decision(cast: Cast) -> None:
    held = make_performed(cast)
    other = Record.objects.create(
        kind="improvements", reference="ATG-2026-0001", root=cast.root, unit=cast.a, status="planned", received_at=NOW
    )
    Link.objects.create(source=other, target=held, kind=LinkKind.FOLLOWS)
    recount_followed(other)
    assert actions.followed_of(held).decided
    assert led_to(held) == {"decided": (1, "improvement"), "improved": (1, ""), "raised": (0, "")}
    with pytest.raises(RuleBroken) as broken:
        no_action(held, cast.alice)
    assert broken.value.code == "self_check.decision.improved"


def test_the_facts_tell_what_it_led_to(cast: Cast) -> None:
    held = make_performed(cast)
    assert led_to(held) == {"decided": (0, ""), "improved": (0, ""), "raised": (0, "")}
    raised(no_action(held, cast.alice), cast.alice)
    assert led_to(held) == {"decided": (1, "no_action"), "improved": (0, ""), "raised": (1, "")}
    assert led_to(make(cast)) == {}


@pytest.mark.parametrize(("act", "event"), STEPS)
@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, act: Act, event: str, who: str) -> None:
    held = make_performed(cast)
    with pytest.raises(NotAllowed):
        act(held, getattr(cast, who))
    assert fresh(held.pk).version == held.version


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_not_before_there_is_a_result(cast: Cast, act: Act, event: str) -> None:
    held = make(cast)
    with pytest.raises(RuleBroken):
        act(held, cast.alice)
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_an_old_version_is_not_written_over(cast: Cast, act: Act, event: str) -> None:
    held = make_performed(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        act(held, cast.alice)


@pytest.mark.parametrize("act", [no_action, raised])
def test_once(cast: Cast, act: Act) -> None:
    held = act(make_performed(cast), cast.alice)
    with pytest.raises(RuleBroken):
        act(held, cast.alice)


@pytest.mark.parametrize(("days", "code"), [(1, "self_check.raised.ahead"), (-1, "self_check.raised.early")])
def test_the_day_lies_between_the_result_and_today(cast: Cast, days: int, code: str) -> None:
    held = make_performed(cast)
    with pytest.raises(RuleBroken) as broken:
        decision.check_raised(TODAY + timedelta(days=days), held.performed_on, TODAY, already=False)
    assert broken.value.code == code


@pytest.mark.parametrize("reason", [" ", "x" * 301])
def test_no_action_needs_a_short_reason(cast: Cast, reason: str) -> None:
    held = make_performed(cast)
    with pytest.raises(RuleBroken):
        actions.decide_no_action(round_=held, reason=reason, version=held.version, by=cast.alice, now=NOW)


def test_an_empty_analysis_is_none(cast: Cast) -> None:
    held = make_performed(cast)
    with pytest.raises(RuleBroken):
        actions.analyse(round_=held, analysis=" ", version=held.version, by=cast.alice, now=NOW)
