"""Taking up again: a closed case, and one that was not investigated; nothing counts twice."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part, answers_of, closing_of
from varvet.registers.lex_sarah.tests.ending import ENDED, closed, fresh, judged, not_opened, planned, told
from varvet.registers.lex_sarah.tests.factories import Stage, events, make_decided

AGAIN = ENDED + timedelta(days=10)
WHY = "Det hände igen."


def reopened(stage: Stage) -> LexSarah:
    case = closed(stage)
    return actions.reopen(case=case, reason=WHY, version=case.version, by=stage.cast.dag, now=AGAIN)


def test_a_closed_case_is_open_again_and_its_decision_stands(stage: Stage) -> None:
    case = reopened(stage)
    assert (case.status, case.closed_at, case.closed_on) == (rules.Status.FOLLOWING_UP, None, None)
    assert case.outcome == rules.Outcome.MISCONDUCT
    assert Narrative.objects.get(case=case, part=Part.REOPENED).text == WHY
    assert events(case)[-1] == "reopened"
    counted = dict(Fact.objects.filter(record_id=case.pk).values_list("happening", "day"))
    assert counted["reopened"] == day_of(AGAIN)
    assert "closed" not in counted
    assert Fact.objects.filter(record_id=case.pk, happening="decided").count() == 1


def test_everybody_is_told_anew_and_it_is_followed_up_before_it_is_closed_again(stage: Stage) -> None:
    case = reopened(stage)
    left = {item.place for item in rules.before_closing(closing_of(case, answers_of(case))) if not item.done}
    assert left == {rules.Event.TELL, rules.Event.FOLLOW_UP}
    known = fresh(case)
    plan = actions.Plan("Se efter igen", day_of(AGAIN))
    actions.follow_up(case=known, content=plan, version=known.version, by=stage.cast.dag, now=AGAIN)
    known = fresh(case)
    found = actions.Judgement(rules.Result.HELPED, "Nu håller det.")
    actions.judge(case=known, content=found, version=known.version, by=stage.cast.dag, now=AGAIN)
    case = told(stage, case, now=AGAIN)
    case = actions.close(case=case, version=case.version, by=stage.cast.dag, now=AGAIN)
    assert case.closed_on == day_of(AGAIN)
    closings = Fact.objects.filter(record_id=case.pk, happening="closed")
    assert [fact.day for fact in closings] == [day_of(AGAIN)]
    assert Fact.objects.filter(record_id=case.pk, happening="told").count() == 1


def test_a_case_that_was_not_investigated_is_reconsidered(stage: Stage) -> None:
    case = not_opened(stage)
    case = actions.reconsider(case=case, reason=WHY, version=case.version, by=stage.cast.dag, now=AGAIN)
    assert (case.status, case.not_opened, case.closed_on) == (rules.Status.RECEIVED, "", None)
    counted = set(Fact.objects.filter(record_id=case.pk).values_list("happening", flat=True))
    assert counted == {"received", "reopened"}


def test_it_needs_a_reason(stage: Stage) -> None:
    case = closed(stage)
    with pytest.raises(RuleBroken, match="öppnas igen"):
        actions.reopen(case=case, reason="", version=case.version, by=stage.cast.dag, now=AGAIN)


@pytest.mark.parametrize("make", [make_decided, lambda stage: judged(stage, planned(stage, make_decided(stage)))])
def test_what_is_open_is_not_opened_again(stage: Stage, make: object) -> None:
    case = make(stage)  # type: ignore[operator]  # either of two
    for act in (actions.reopen, actions.reconsider):
        with pytest.raises(RuleBroken):
            act(case=case, reason=WHY, version=case.version, by=stage.cast.dag, now=AGAIN)


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "hugo"])
def test_only_those_who_investigate_open_again(stage: Stage, who: str) -> None:
    case, by = closed(stage), getattr(stage.cast, who)
    with pytest.raises(NotAllowed):
        actions.reopen(case=case, reason=WHY, version=case.version, by=by, now=AGAIN)
    case = not_opened(stage)
    with pytest.raises(NotAllowed):
        actions.reconsider(case=case, reason=WHY, version=case.version, by=by, now=AGAIN)
