"""Proposals: numbered, each tied to a cause, and answered once by the responsible manager."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY, reader_of
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality, Fact
from varvet.kernel.records.paging import Filters
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import LexSarah, Proposal
from varvet.registers.lex_sarah.tests.ending import WORDS, answered, closed, fresh, measured, proposed
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    make_completed,
    make_decided,
    make_opened,
    make_reported,
)


def shut(case: LexSarah) -> None:
    LexSarah.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)


def test_proposals_are_numbered_also_where_nothing_was_wrong(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.NO_MISCONDUCT)
    first, second = proposed(stage, case), proposed(stage, case, sort=rules.Sort.WORD)
    assert (first.number, first.part, first.text, first.unit) == (1, "proposal-1", WORDS, stage.cast.a)
    assert (second.number, second.sort) == (2, rules.Sort.WORD)
    assert events(case)[-2:] == ["proposed", "proposed"]
    counted = Fact.objects.get(record_id=case.pk, happening="proposed")
    assert (counted.day, counted.unit, counted.outcome) == (day_of(LATER), stage.cast.a, "")


def test_a_proposal_is_given_while_it_is_investigated(stage: Stage) -> None:
    assert proposed(stage, make_opened(stage)).number == 1


@pytest.mark.parametrize("make", [make_reported, closed])
def test_nothing_is_proposed_before_the_investigation_or_after_the_end(stage: Stage, make: object) -> None:
    with pytest.raises(RuleBroken, match="lämna förslag"):
        proposed(stage, make(stage))  # type: ignore[operator]  # either of two


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "hugo"])
def test_only_those_who_investigate_propose(stage: Stage, who: str) -> None:
    case, content = make_decided(stage), actions.NewProposal(rules.Sort.WORD, WORDS, stage.cast.a)
    with pytest.raises(NotAllowed):
        actions.propose(case=case, content=content, version=case.version, by=getattr(stage.cast, who), now=LATER)
    assert not Proposal.objects.exists()


def test_it_is_addressed_within_the_organisation_and_to_a_cause_of_the_case(stage: Stage) -> None:
    case, by = make_decided(stage), stage.cast.dag
    for content in (
        actions.NewProposal(rules.Sort.WORD, WORDS, stage.cast.other_unit),
        actions.NewProposal(rules.Sort.WORD, WORDS, stage.cast.a, "cause-0"),
        actions.NewProposal(rules.Sort.WORD, "", stage.cast.a),
    ):
        with pytest.raises(RuleBroken):
            actions.propose(case=case, content=content, version=case.version, by=by, now=LATER)


def test_one_that_nobody_has_answered_is_taken_back(stage: Stage) -> None:
    case = make_decided(stage)
    first, second = proposed(stage, case), proposed(stage, case)
    answered(stage, second)
    known, by = fresh(case), stage.cast.dag
    actions.remove_proposal(case=known, number=first.number, version=known.version, by=by, now=LATER)
    known = fresh(case)
    with pytest.raises(RuleBroken, match="står kvar"):
        actions.remove_proposal(case=known, number=second.number, version=known.version, by=by, now=LATER)
    assert list(Proposal.objects.values_list("number", flat=True)) == [2]
    assert proposed(stage, case).number == 3


def test_what_was_there_when_it_was_decided_stays(stage: Stage) -> None:
    case = make_decided(stage)
    proposal = proposed(stage, case)
    case.decisions.update(made_at=LATER + timedelta(minutes=1))
    known = fresh(case)
    with pytest.raises(RuleBroken, match="ingår i det som är beslutat"):
        actions.remove_proposal(case=known, number=proposal.number, version=known.version, by=stage.cast.dag, now=LATER)


@pytest.mark.parametrize("answer", list(rules.Answer))
def test_the_manager_answers_with_a_reason_and_a_day(stage: Stage, answer: rules.Answer) -> None:
    case = make_decided(stage)
    proposal = answered(stage, proposed(stage, case), answer)
    assert (proposal.answer, proposal.answered_on, proposal.answered_by) == (answer, day_of(LATER), stage.cast.alice)
    assert proposal.reason == "Det stämmer med vår egen bild."
    assert events(case)[-1] == "proposal_answered"
    counted = Fact.objects.get(record_id=case.pk, happening="proposal_answered")
    assert (counted.outcome, counted.days) == (answer, 0)
    assert Notification.objects.filter(receiver=stage.cast.dag, event="added", record_id=case.pk).exists()


def test_it_is_answered_once(stage: Stage) -> None:
    proposal = proposed(stage, make_decided(stage))
    answered(stage, proposal)
    with pytest.raises(RuleBroken, match="redan svarat"):
        answered(stage, proposal, rules.Answer.REJECTED)


def test_word_needs_no_answer_and_nothing_is_answered_before_the_decision(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="inget svar"):
        answered(stage, proposed(stage, make_decided(stage), sort=rules.Sort.WORD))
    with pytest.raises(RuleBroken, match="svara på förslag"):
        answered(stage, proposed(stage, make_completed(stage)))


@pytest.mark.parametrize("who", ["stranger", "bo", "cecilia", "dag", "hugo", "gun"])
def test_only_the_responsible_manager_answers(stage: Stage, who: str) -> None:
    proposal = proposed(stage, make_decided(stage))
    with pytest.raises(NotAllowed):
        answered(stage, proposal, by=getattr(stage.cast, who))
    assert Proposal.objects.get().answer == ""


def test_a_manager_who_is_shut_out_neither_sees_nor_answers(stage: Stage) -> None:
    case = make_decided(stage)
    proposal = proposed(stage, case)
    shut(case)
    with pytest.raises(NotAllowed):
        answered(stage, proposal)
    alice = reader_of(stage.cast.alice)
    assert not queries.list_addressed(alice).exists()
    assert not queries.visible_to(alice).exists()
    assert [task for task in queries.list_tasks(alice) if task.reference == case.reference] == []
    assert answered(stage, proposal, by=stage.cast.eva).answer == rules.Answer.ACCEPTED


def test_another_units_manager_sees_the_proposal_and_nothing_of_the_case(stage: Stage) -> None:
    case = make_decided(stage)
    theirs, ours = proposed(stage, case, stage.cast.b), proposed(stage, case)
    cecilia = reader_of(stage.cast.cecilia)
    assert queries.visible_to(cecilia).get() == case
    assert queries.is_only_addressed(cecilia, case)
    assert [read.proposal for read in queries.read_proposals(cecilia, case)] == [theirs]
    assert queries.read_narratives(cecilia, case) == []
    assert queries.list_page(cecilia, Filters(), "").rows == []
    assert answered(stage, theirs, by=stage.cast.cecilia).answered_by == stage.cast.cecilia
    with pytest.raises(NotAllowed):
        answered(stage, ours, by=stage.cast.cecilia)


def test_nothing_is_addressed_to_anybody_before_the_decision(stage: Stage) -> None:
    case = make_completed(stage)
    proposed(stage, case, stage.cast.b)
    assert not queries.visible_to(reader_of(stage.cast.cecilia)).exists()


def test_a_proposal_taken_on_lacks_a_measure_until_one_follows_it(stage: Stage) -> None:
    case = make_decided(stage)
    proposal = answered(stage, proposed(stage, case))
    alice = reader_of(stage.cast.alice)
    assert [read.unmeasured for read in queries.read_proposals(alice, case)] == [True]
    measured(stage, proposal)
    [read] = queries.read_proposals(alice, case)
    assert (read.unmeasured, read.answerable) == (False, False)


def test_each_reading_is_noted(stage: Stage) -> None:
    case = make_decided(stage)
    assert queries.read_proposals(reader_of(stage.cast.alice), case) == []
    assert not ReadEvent.objects.filter(part="proposals").exists()
    proposed(stage, case)
    queries.read_proposals(reader_of(stage.cast.alice), case)
    noted = ReadEvent.objects.get(part="proposals")
    assert (noted.actor_id, noted.record_id) == (stage.cast.alice.pk, case.pk)


def test_unanswered_proposals_wait_for_the_manager_with_a_term(stage: Stage) -> None:
    case = make_decided(stage)
    proposed(stage, case)
    proposed(stage, case, stage.cast.b)
    [task] = [t for t in queries.list_tasks(reader_of(stage.cast.alice)) if "åtgärdsförslag" in t.title]
    assert (task.href, task.unit_name) == (f"/lex-sarah/{case.reference}/forslag/1/svara/", "Mottagning A")
    assert task.due > TODAY
    [task] = queries.list_tasks(reader_of(stage.cast.cecilia))
    assert task.href == f"/lex-sarah/{case.reference}/forslag/2/svara/"
