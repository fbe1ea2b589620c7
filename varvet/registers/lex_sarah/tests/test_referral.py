"""Another register's question becomes a case here, which remembers where it came from."""

from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, make_person, reader_of
from varvet.kernel.questions import answering
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Confidentiality, Link, LinkKind, Record, Referral
from varvet.kernel.records.referrals import refer
from varvet.registers.lex_sarah.models import LexSarah, Narrative
from varvet.registers.lex_sarah.tests.factories import Stage, events, happenings, make_reported


@pytest.fixture
def question(stage: Stage) -> Referral:
    """A question from a record of some register; one of our own stands in for it."""
    origin = make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED, occurred_day=TODAY)
    return refer(Record.objects.get(pk=origin.pk), "lex_sarah", by=stage.cast.alice)


def accept(question: Referral, stage: Stage) -> LexSarah:
    return LexSarah.objects.get(pk=answering.accept(referral=question, by=stage.cast.dag, now=NOW).pk)


def test_accepting_makes_a_case_that_remembers_its_origin(stage: Stage, question: Referral) -> None:
    case = accept(question, stage)
    assert (case.status, case.unit, case.occurred_day) == ("received", stage.cast.a, TODAY)
    assert case.confidentiality == Confidentiality.MANAGER_EXCLUDED
    question.refresh_from_db()
    assert (question.state, question.answer_id) == (Referral.State.ACCEPTED, case.pk)
    assert (question.answered_at, question.answered_by) == (NOW, stage.cast.dag)
    link = Link.objects.get()
    assert (link.source_id, link.target_id, link.kind) == (case.pk, question.origin_id, LinkKind.FOLLOWS)
    assert not Narrative.objects.filter(case=case).exists()
    assert events(case) == ["received"]
    assert happenings(case) == [("received", TODAY)]
    assert [r.pk for r in list_linked(case)] == [question.origin_id]


@pytest.mark.facts_differ
def test_the_case_lies_where_its_origin_lies_now(stage: Stage, question: Referral) -> None:
    Record.objects.filter(pk=question.origin_id).update(unit=stage.cast.b)
    question.refresh_from_db()
    assert accept(question, stage).unit == stage.cast.b


def test_a_question_is_answered_once(stage: Stage, question: Referral) -> None:
    accept(question, stage)
    with pytest.raises(RuleBroken, match="redan svarat"):
        answering.accept(referral=question, by=stage.cast.eva, now=NOW)
    assert LexSarah.objects.count() == 2


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "gun"])
def test_only_those_who_investigate_take_it_on(stage: Stage, question: Referral, who: str) -> None:
    with pytest.raises(NotAllowed):
        answering.accept(referral=question, by=getattr(stage.cast, who), now=NOW)
    question.refresh_from_db()
    assert question.state == Referral.State.OPEN


def test_what_shuts_the_manager_out_needs_the_permission_for_it(
    stage: Stage, question: Referral, settings: Any
) -> None:
    """A role that investigates but may not read such cases does not take one on."""
    roles = dict(settings.ROLES)
    sas = roles["social_coordinator"]
    roles["half"] = type(sas)("half", "Halv", sas.permissions - {"lex_sarah.view_excluded"})
    settings.ROLES = roles
    half = make_person("Hanna", "half", stage.cast.root)
    with pytest.raises(NotAllowed):
        answering.accept(referral=question, by=half, now=NOW)
    assert not answering.list_answerable(reader_of(half)).exists()
