"""Sending back: more is investigated, and what was decided counts no more until it is decided anew."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import DecisionMade, Narrative, Part
from varvet.registers.lex_sarah.tests.ending import RULED, fresh
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    make_completed,
    make_decided,
    make_opened,
    make_told,
)

WHY = "Den berördas egen bild saknas."


@pytest.mark.parametrize("make", [make_completed, make_decided])
def test_the_investigation_is_open_again(stage: Stage, make: object) -> None:
    case = make(stage)  # type: ignore[operator]  # either of two
    case = actions.send_back(case=case, reason=WHY, version=case.version, by=stage.disa, now=RULED)
    assert (case.status, case.completed_on, case.decided_on, case.outcome) == (rules.Status.OPENED, None, None, "")
    assert events(case)[-1] == "sent_back"
    assert Narrative.objects.get(case=case, part=Part.SENT_BACK).text == WHY
    counted = set(Fact.objects.filter(record_id=case.pk).values_list("happening", flat=True))
    assert counted == {"received", "opened", "reopened"}


def test_the_decision_that_stood_stands_no_more_and_a_new_one_can(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.SERIOUS)
    case = actions.send_back(case=case, reason=WHY, version=case.version, by=stage.disa, now=RULED)
    assert DecisionMade.objects.get(case=case).sent_back_at == RULED
    assert not case.events.exclude(outcome="").exists()
    case = actions.complete(case=fresh(case), version=case.version, by=stage.cast.dag, now=RULED)
    decision = actions.Decision(
        rules.Outcome.RISK,
        "Nya skäl.",
        impartial=True,
        events=dict.fromkeys(case.events.values_list("number", flat=True), rules.Outcome.RISK),
    )
    case = actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=RULED)
    assert (case.outcome, case.decided_on) == (rules.Outcome.RISK, day_of(RULED))
    assert list(DecisionMade.objects.filter(case=case).values_list("outcome", flat=True)) == ["serious", "risk"]
    decided = Fact.objects.get(record_id=case.pk, happening="decided")
    assert (decided.outcome, decided.day) == ("risk", day_of(RULED))


def test_what_ivo_knows_of_is_not_taken_back(stage: Stage) -> None:
    case = make_told(stage)
    with pytest.raises(RuleBroken, match="inte att begära mer utredning"):
        actions.send_back(case=case, reason=WHY, version=case.version, by=stage.disa, now=RULED)


def test_it_says_what_is_missing(stage: Stage) -> None:
    case = make_completed(stage)
    with pytest.raises(RuleBroken, match="utredas mer"):
        actions.send_back(case=case, reason=" ", version=case.version, by=stage.disa, now=LATER)


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "dag", "eva", "hugo"])
def test_only_the_decision_maker_sends_back(stage: Stage, who: str) -> None:
    case = make_completed(stage)
    with pytest.raises(NotAllowed):
        actions.send_back(case=case, reason=WHY, version=case.version, by=getattr(stage.cast, who), now=LATER)


def test_only_what_is_investigated_is_sent_back(stage: Stage) -> None:
    case = make_opened(stage)
    with pytest.raises(RuleBroken, match="inte att begära"):
        actions.send_back(case=case, reason=WHY, version=case.version, by=stage.disa, now=LATER)
