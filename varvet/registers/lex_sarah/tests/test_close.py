"""Closing: never what is serious and unreported, nor while anything that was begun is left."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import Whom
from varvet.registers.lex_sarah.tests.ending import (
    ENDED,
    answered,
    closed,
    fresh,
    judged,
    measured,
    planned,
    proposed,
    ruled,
    told,
)
from varvet.registers.lex_sarah.tests.factories import (
    Stage,
    events,
    happenings,
    make_completed,
    make_decided,
    make_told,
)


def close(stage: Stage, case: LexSarah) -> LexSarah:
    known = fresh(case)
    return actions.close(case=known, version=known.version, by=stage.cast.dag, now=ENDED)


def test_a_case_with_nothing_left_is_closed(stage: Stage) -> None:
    case = closed(stage)
    assert (case.status, case.closed_at, case.closed_on) == (rules.Status.CLOSED, ENDED, day_of(ENDED))
    assert events(case)[-1] == "closed"
    assert ("closed", day_of(ENDED)) in happenings(case)
    assert Notification.objects.filter(receiver=stage.cast.bo, event="closed", record_id=case.pk).count() == 1


def test_a_serious_case_with_measures_is_closed_when_all_is_done(stage: Stage) -> None:
    case = make_told(stage)
    measured(stage, answered(stage, proposed(stage, case)))
    judged(stage, planned(stage, case))
    ruled(stage, case)
    assert closed(stage, case).status == rules.Status.CLOSED


@pytest.mark.parametrize("outcome", [rules.Outcome.SERIOUS, rules.Outcome.SERIOUS_RISK])
def test_what_is_serious_is_reported_first(stage: Stage, outcome: rules.Outcome) -> None:
    case = told(stage, make_decided(stage, outcome))
    with pytest.raises(RuleBroken, match="först anmälas till IVO"):
        close(stage, case)
    assert fresh(case).status == rules.Status.DECIDED


def test_it_waits_for_what_ivo_decides(stage: Stage) -> None:
    case = told(stage, make_told(stage))
    with pytest.raises(RuleBroken, match="beslut från IVO"):
        close(stage, case)
    ruled(stage, case)
    assert close(stage, case).status == rules.Status.CLOSED


@pytest.mark.parametrize("whom", list(Whom))
def test_everybody_is_told_first(stage: Stage, whom: Whom) -> None:
    case = told(stage, make_decided(stage), *(one for one in Whom if one is not whom))
    with pytest.raises(RuleBroken, match="Det här saknas"):
        close(stage, case)


def test_every_proposal_is_answered_and_what_was_taken_on_is_done(stage: Stage) -> None:
    case = told(stage, make_decided(stage))
    proposal = proposed(stage, case)
    with pytest.raises(RuleBroken, match="svar på 1 av 1"):
        close(stage, case)
    answered(stage, proposal)
    with pytest.raises(RuleBroken, match="utan åtgärd"):
        close(stage, case)
    measure = measured(stage, proposal, status="ongoing")
    with pytest.raises(RuleBroken, match="pågår än"):
        close(stage, case)
    measure.status = "done"
    measure.save()
    with pytest.raises(RuleBroken, match="uppföljning"):
        close(stage, case)
    planned(stage, case)
    with pytest.raises(RuleBroken, match="uppföljning"):
        close(stage, case)
    judged(stage, case)
    assert close(stage, case).status == rules.Status.CLOSED


def test_a_rejected_proposal_needs_no_measure(stage: Stage) -> None:
    case = make_decided(stage)
    answered(stage, proposed(stage, case), rules.Answer.REJECTED)
    assert closed(stage, case).status == rules.Status.CLOSED


def test_what_is_not_decided_is_not_closed(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="utredd"):
        close(stage, make_completed(stage))


@pytest.mark.parametrize("who", ["stranger", "alice", "bo"])
def test_only_those_who_investigate_end_a_case(stage: Stage, who: str) -> None:
    case = told(stage, make_decided(stage))
    with pytest.raises(NotAllowed):
        actions.close(case=case, version=case.version, by=getattr(stage.cast, who), now=ENDED)
