"""Setting up a round's review: its form, its cases, its own questions, and what stays once it has begun."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Case, Reviewing, Round
from varvet.registers.self_checks.models.counting import items_of
from varvet.registers.self_checks.rules.reviewing import ReviewKind
from varvet.registers.self_checks.tests.factories import counted, fresh, last_event, make, make_performed
from varvet.registers.self_checks.tests.form_factories import (
    VOICE,
    case_of,
    make_form,
    make_published,
    make_round,
    review,
)

Act = Callable[[Round, User], object]


def set_up(held: Round, by: User, **how: object) -> Round:
    content = actions.SetUp(held.form_version, **how)  # type: ignore[arg-type]  # as the tests ask
    return actions.set_up(round_=held, content=content, version=held.version, by=by, now=NOW)


def add(held: Round, by: User, *codes: str) -> object:
    content = actions.NewCases(codes or ("K8", "K9"))
    return actions.add_cases(round_=held, content=content, version=held.version, by=by, now=NOW)


def add_own(held: Round, by: User) -> object:
    return actions.add_question(round_=held, item=VOICE, version=held.version, by=by, now=NOW)


STEPS: list[tuple[Act, str]] = [(set_up, "review_set_up"), (add, "cases_added"), (add_own, "question_added")]


def test_the_form_and_how_are_kept(cast: Cast) -> None:
    held, version = make(cast), make_published(cast)
    content = actions.SetUp(version, ReviewKind.SELF, double_percent=20, walkthrough=True)
    actions.set_up(round_=held, content=content, version=held.version, by=cast.alice, now=NOW)
    how = Reviewing.objects.get(round=held)
    assert fresh(held.pk).form_version == version
    assert (how.kind, how.double_percent, how.walkthrough) == ("self", 20, True)


def test_a_draft_is_not_used(cast: Cast) -> None:
    held, draft = make(cast), make_form(cast).versions.get()
    with pytest.raises(RuleBroken):
        actions.set_up(round_=held, content=actions.SetUp(draft), version=held.version, by=cast.alice, now=NOW)


def test_a_form_stays_once_a_case_is_reviewed(cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held))
    other = make_published(cast, "En annan")
    with pytest.raises(RuleBroken):
        actions.set_up(round_=held, content=actions.SetUp(other), version=held.version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        set_up(held, cast.alice, walkthrough=True)
    with pytest.raises(RuleBroken):
        add_own(held, cast.alice)
    assert set_up(held, cast.alice, double_percent=50).reviewing.double_percent == 50


def test_a_round_keeps_the_version_it_has_when_a_newer_is_published(cast: Cast) -> None:
    held = make_round(cast)
    assert held.form_version is not None
    form = held.form_version.form
    actions.start_draft(form=form, by=cast.eva, today=TODAY)
    actions.save_question(form=form, item=VOICE, by=cast.eva, today=TODAY)
    actions.publish_form(form=form, by=cast.eva, now=NOW)
    assert [item.code for item in items_of(fresh(held.pk))] == ["q1", "q2", "q3", "q4"]


def test_a_share_is_a_share(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        set_up(make(cast), cast.alice, double_percent=101)


def test_cases_are_numbered_on(cast: Cast) -> None:
    held = make_round(cast)
    add(held, cast.alice, "K4")
    assert list(Case.objects.filter(round=held).values_list("number", "code")) == [
        (1, "K1"),
        (2, "K2"),
        (3, "K3"),
        (4, "K4"),
    ]


@pytest.mark.parametrize("codes", [("K1",), ("K5", "K5"), ("19900101-0017",), ("med ord",), ("x" * 41,)])
def test_codes_that_cannot_be_are_refused(cast: Cast, codes: tuple[str, ...]) -> None:
    held = make_round(cast)
    with pytest.raises(RuleBroken):
        add(held, cast.alice, *codes)
    assert Case.objects.filter(round=held).count() == 3


def test_a_question_of_its_own_comes_after_the_form_and_can_go(cast: Cast) -> None:
    held = make_round(cast)
    add_own(held, cast.alice)
    assert [item.code for item in items_of(held)] == ["q1", "q2", "q3", "q4", "t1"]
    held = fresh(held.pk)
    actions.remove_own_question(round_=held, code="t1", version=held.version, by=cast.alice, now=NOW)
    assert [item.code for item in items_of(held)] == ["q1", "q2", "q3", "q4"]
    assert last_event(held)[0] == "question_removed"


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_audit_is_written_and_the_facts_stay(cast: Cast, act: Act, event: str) -> None:
    held = make(cast)
    act(held, cast.alice)
    assert last_event(held) == (event, cast.alice.pk, 2)
    assert [row.happening for row in counted(held)] == ["planned"]


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
@pytest.mark.parametrize(("act", "event"), STEPS)
def test_others_may_not(cast: Cast, act: Act, event: str, who: str) -> None:
    held = make(cast)
    with pytest.raises(NotAllowed):
        act(held, getattr(cast, who))
    assert fresh(held.pk).version == held.version


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_not_when_it_is_over(cast: Cast, act: Act, event: str) -> None:
    held = make_performed(cast)
    with pytest.raises(RuleBroken):
        act(held, cast.alice)


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_an_old_version_is_not_written_over(cast: Cast, act: Act, event: str) -> None:
    held = make(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        act(held, cast.alice)


def test_an_own_question_that_another_depends_on_stays(cast: Cast) -> None:
    held = make(cast)
    add_own(held, cast.alice)
    held = fresh(held.pk)
    follows = replace(VOICE, text="Varför inte?", when_code="t1", when_reply="no")
    actions.add_question(round_=held, item=follows, version=held.version, by=cast.alice, now=NOW)
    held = fresh(held.pk)
    with pytest.raises(RuleBroken):
        actions.remove_own_question(round_=held, code="t1", version=held.version, by=cast.alice, now=NOW)
