"""Deciding, and telling the inspectorate."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    make_completed,
    make_decided,
    make_opened,
    make_told,
)

DECISION = actions.Decision(rules.Outcome.RISK, "Skälen står här.", impartial=True)


@pytest.mark.parametrize("outcome", list(rules.Outcome))
def test_every_happening_of_a_decided_case_carries_the_outcome(stage: Stage, outcome: rules.Outcome) -> None:
    case = make_decided(stage, outcome)
    assert (case.status, case.outcome, case.decided_on) == (rules.Status.DECIDED, outcome, day_of(LATER))
    rows = Fact.objects.filter(record_id=case.pk).values_list("happening", "outcome")
    counted = ("received", "opened", "completed", "decided", "event_decided")
    assert sorted(rows) == sorted((happening, outcome) for happening in counted)
    assert events(case)[-1] == "decided"


def test_only_the_decision_maker_decides(stage: Stage) -> None:
    case = make_completed(stage)
    for by in (stage.cast.stranger, stage.cast.dag, stage.cast.eva, stage.cast.alice):
        with pytest.raises(NotAllowed):
            actions.decide(case=case, decision=DECISION, version=3, by=by, now=LATER)
    assert events(case)[-1] == "completed"


def test_an_unfinished_investigation_is_not_decided(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="inte att besluta"):
        actions.decide(case=make_opened(stage), decision=DECISION, version=2, by=stage.disa, now=LATER)


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (actions.Decision(rules.Outcome.RISK, "Skäl", impartial=False), "jävig"),
        (actions.Decision(rules.Outcome.RISK, "", impartial=True), "Skriv skälen"),
    ],
)
def test_a_decision_has_grounds_and_no_bias(stage: Stage, decision: actions.Decision, sentence: str) -> None:
    case = make_completed(stage)
    with pytest.raises(RuleBroken, match=sentence):
        actions.decide(case=case, decision=decision, version=3, by=stage.disa, now=LATER)


def test_the_inspectorate_is_told_of_what_is_serious(stage: Stage) -> None:
    case = make_told(stage)
    assert (case.status, case.reported_on, case.ivo_number) == ("reported", day_of(LATER), "3.1-1/2026")
    assert events(case)[-1] == "reported_to_authority"
    told = Fact.objects.get(record_id=case.pk, happening="reported_to_authority")
    assert (told.outcome, told.category, told.day) == ("serious", "legal_security", day_of(LATER))


def test_what_is_not_serious_is_not_reported(stage: Stage) -> None:
    case = make_decided(stage)
    with pytest.raises(RuleBroken, match="Bara allvarliga"):
        actions.report_to_authority(case=case, version=case.version, by=stage.disa, now=LATER)


def test_it_is_reported_once_and_after_the_decision(stage: Stage) -> None:
    for case in (make_completed(stage), make_told(stage)):
        with pytest.raises(RuleBroken, match="anmäla till IVO"):
            actions.report_to_authority(case=case, version=case.version, by=stage.disa, now=LATER)


def test_only_the_decision_maker_tells_the_inspectorate(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.SERIOUS_RISK)
    for by in (stage.cast.stranger, stage.cast.dag, stage.cast.alice):
        with pytest.raises(NotAllowed):
            actions.report_to_authority(case=case, version=case.version, by=by, now=LATER)
