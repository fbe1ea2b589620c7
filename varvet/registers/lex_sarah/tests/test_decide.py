"""Deciding: by whom, under which point of the delegation order, and what becomes of each event."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment
from varvet.kernel.access.tests.cast import LONG_AGO, TODAY, make_person
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import CaseEvent, DecisionMade, Delegation, Impartiality, LexSarah
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    make_completed,
    make_decided,
    make_delegation,
    make_opened,
)

DECISION = actions.Decision(rules.Outcome.RISK, "Skälen står här.", impartial=True)


def with_events(stage: Stage, case: LexSarah) -> LexSarah:
    CaseEvent.objects.filter(case=case).delete()
    for number, code in enumerate(("legal_security", "treatment"), 1):
        CaseEvent.objects.create(case=case, number=number, category=stage.type_called(code))
    return case


def undecided(stage: Stage) -> LexSarah:
    """Completed, and with no events named."""
    case = make_completed(stage)
    case.events.all().delete()
    return case


@pytest.mark.parametrize("outcome", list(rules.Outcome))
def test_every_happening_of_a_decided_case_carries_the_outcome(stage: Stage, outcome: rules.Outcome) -> None:
    case = make_decided(stage, outcome)
    assert (case.status, case.outcome, case.decided_on) == (rules.Status.DECIDED, outcome, day_of(LATER))
    rows = Fact.objects.filter(record_id=case.pk).values_list("happening", "outcome")
    counted = ("received", "opened", "completed", "decided", "event_decided")
    assert set(rows) == {(happening, outcome) for happening in counted}
    assert events(case)[-1] == "decided"


def test_the_decision_names_its_point_and_the_one_who_made_it(stage: Stage) -> None:
    case = make_decided(stage)
    made = DecisionMade.objects.get(case=case)
    assert (made.point, made.made_by, made.made_at, made.sent_back_at) == ("4.2", stage.disa, LATER, None)
    assert made.delegation == Delegation.objects.get()
    vouched = Impartiality.objects.get(case=case, role=rules.Role.DECISION_MAKER)
    assert (vouched.person, vouched.conflict, vouched.declared_on) == (stage.disa, False, day_of(LATER))
    told = AuditEvent.objects.get(event="decided")
    assert told.data == {"outcome": "misconduct", "delegation": made.delegation_id}


def test_each_event_gets_its_own_outcome_and_the_case_the_gravest(stage: Stage) -> None:
    case = with_events(stage, make_completed(stage))
    found = {1: rules.Outcome.NO_MISCONDUCT, 2: rules.Outcome.SERIOUS_RISK}
    decision = actions.Decision(None, "Skälen står här.", impartial=True, events=found)
    case = actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=LATER)
    assert case.outcome == rules.Outcome.SERIOUS_RISK
    assert dict(case.events.values_list("number", "outcome")) == found
    counted = Fact.objects.filter(record_id=case.pk, happening="event_decided").values_list("category", "outcome")
    assert set(counted) == {("legal_security", "no_misconduct"), ("treatment", "serious_risk")}
    assert Fact.objects.get(record_id=case.pk, happening="decided").outcome == "serious_risk"


def test_an_event_without_an_outcome_stops_the_decision(stage: Stage) -> None:
    case = with_events(stage, make_completed(stage))
    decision = actions.Decision(None, "Skäl.", impartial=True, events={1: rules.Outcome.RISK})
    with pytest.raises(RuleBroken, match="varje händelse"):
        actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=LATER)
    assert not DecisionMade.objects.exists()


def test_only_the_decision_maker_decides(stage: Stage) -> None:
    case = undecided(stage)
    for by in (stage.cast.stranger, stage.cast.dag, stage.cast.eva, stage.cast.alice):
        with pytest.raises(NotAllowed):
            actions.decide(case=case, decision=DECISION, version=case.version, by=by, now=LATER)
    assert events(case)[-1] == "completed"


def test_nobody_decides_without_a_delegation_in_force(stage: Stage) -> None:
    case = undecided(stage)
    Delegation.objects.update(last_day=day_of(LATER) - timedelta(days=1))
    with pytest.raises(RuleBroken, match="ingen delegation"):
        actions.decide(case=case, decision=DECISION, version=case.version, by=stage.disa, now=LATER)


def test_a_delegation_of_another_root_gives_nothing_here(stage: Stage) -> None:
    Delegation.objects.update(root=stage.cast.other_root)
    case = undecided(stage)
    with pytest.raises(RuleBroken, match="ingen delegation"):
        actions.decide(case=case, decision=DECISION, version=case.version, by=stage.disa, now=LATER)


def test_a_role_held_for_another_unit_gives_no_mandate_here(stage: Stage) -> None:
    """Doris decides for unit B, and Dora in the whole root by another role: the point names Doris's role."""
    doris = make_person("Doris", "decision_maker", stage.cast.b)
    case = undecided(stage)
    assert actions.delegation_for(case, doris, TODAY) is None
    Assignment.objects.create(user=doris, unit=stage.cast.department, role="decision_maker", first_day=LONG_AGO)
    found = actions.delegation_for(case, doris, TODAY)
    assert found is not None
    assert found.point == "4.2"


def test_a_point_for_the_person_goes_before_one_for_the_role(stage: Stage) -> None:
    make_delegation(stage.cast, point="4.9", role="", person=stage.disa)
    assert DecisionMade.objects.get(case=make_decided(stage)).point == "4.9"


def test_whoever_investigated_does_not_decide_unless_the_root_has_chosen_so(stage: Stage) -> None:
    case = undecided(stage)
    Assignment.objects.create(user=stage.cast.dag, unit=stage.cast.root, role="decision_maker", first_day=LONG_AGO)
    LexSarah.objects.filter(pk=case.pk).update(investigator=stage.cast.dag)
    with pytest.raises(RuleBroken, match="Du har utrett"):
        actions.decide(case=case, decision=DECISION, version=case.version, by=stage.cast.dag, now=LATER)
    choose(stage.cast.root, "lex_sarah_investigator_may_decide", True, first_day=LONG_AGO)
    case = actions.decide(case=case, decision=DECISION, version=case.version, by=stage.cast.dag, now=LATER)
    assert case.status == rules.Status.DECIDED


def test_somebody_with_a_conflict_does_not_decide(stage: Stage) -> None:
    case = undecided(stage)
    role = rules.Role.DECISION_MAKER
    Impartiality.objects.create(
        case=case, person=stage.disa, role=role, declared_on=TODAY, conflict=True, reason="Min syster."
    )
    with pytest.raises(RuleBroken, match="jäv"):
        actions.decide(case=case, decision=DECISION, version=case.version, by=stage.disa, now=LATER)


def test_an_unfinished_investigation_is_not_decided(stage: Stage) -> None:
    case = make_opened(stage)
    with pytest.raises(RuleBroken, match="inte att besluta"):
        actions.decide(case=case, decision=DECISION, version=case.version, by=stage.disa, now=LATER)


def test_it_is_decided_once(stage: Stage) -> None:
    case = undecided(stage)
    actions.decide(case=case, decision=DECISION, version=case.version, by=stage.disa, now=LATER)
    with pytest.raises(StaleVersion):
        actions.decide(case=case, decision=DECISION, version=case.version, by=stage.disa, now=LATER)
    assert DecisionMade.objects.count() == 1


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (actions.Decision(rules.Outcome.RISK, "Skäl", impartial=False), "jävig"),
        (actions.Decision(rules.Outcome.RISK, "", impartial=True), "Skriv skälen"),
        (actions.Decision(None, "Skäl", impartial=True), "vad beslutet blev"),
    ],
)
def test_a_decision_has_an_outcome_grounds_and_no_bias(stage: Stage, decision: actions.Decision, sentence: str) -> None:
    case = undecided(stage)
    with pytest.raises(RuleBroken, match=sentence):
        actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=LATER)
