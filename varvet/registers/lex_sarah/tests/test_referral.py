"""Another register's question becomes a case here, or is refused with a reason."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Confidentiality, Link, LinkKind, Record, Referral
from varvet.kernel.records.referrals import refer
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import LexSarah, Narrative
from varvet.registers.lex_sarah.tests.factories import Stage, events, happenings, make_reported


@pytest.fixture
def question(stage: Stage) -> Referral:
    """A question from a record of some register; one of our own stands in for it."""
    origin = make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED, occurred_day=TODAY)
    return refer(Record.objects.get(pk=origin.pk), "lex_sarah", by=stage.cast.alice)


def test_accepting_makes_a_case_that_remembers_its_origin(stage: Stage, question: Referral) -> None:
    case = actions.accept_referral(referral=question, by=stage.cast.dag, now=NOW)
    assert (case.status, case.unit, case.occurred_day) == ("received", stage.cast.a, TODAY)
    assert case.confidentiality == Confidentiality.MANAGER_EXCLUDED
    question.refresh_from_db()
    assert (question.state, question.answer_id) == (Referral.State.ACCEPTED, case.pk)
    link = Link.objects.get()
    assert (link.source_id, link.target_id, link.kind) == (case.pk, question.origin_id, LinkKind.FOLLOWS)
    assert not Narrative.objects.filter(case=case).exists()
    assert events(case) == ["received"]
    assert happenings(case) == [("received", TODAY)]
    assert [r.pk for r in list_linked(case)] == [question.origin_id]


def test_refusing_leaves_the_reason_and_a_row_in_the_trail(stage: Stage, question: Referral) -> None:
    actions.refuse_referral(referral=question, reason="Ingen brist.", by=stage.cast.dag, now=NOW)
    question.refresh_from_db()
    assert (question.state, question.reason, question.answered_by) == ("refused", "Ingen brist.", stage.cast.dag)
    row = AuditEvent.objects.get(event="referral_refused")
    assert (row.kind, row.actor_id, row.data) == ("lex_sarah", stage.cast.dag.pk, {"origin": "LXS-2026-0001"})
    assert LexSarah.objects.count() == 1


def test_refusing_needs_a_reason(stage: Stage, question: Referral) -> None:
    with pytest.raises(RuleBroken, match="varför ni inte tar emot"):
        actions.refuse_referral(referral=question, reason=" ", by=stage.cast.dag, now=NOW)


def test_a_question_is_answered_once(stage: Stage, question: Referral) -> None:
    actions.accept_referral(referral=question, by=stage.cast.dag, now=NOW)
    with pytest.raises(RuleBroken, match="redan svarat"):
        actions.accept_referral(referral=question, by=stage.cast.eva, now=NOW)
    with pytest.raises(RuleBroken, match="redan svarat"):
        actions.refuse_referral(referral=question, reason="Nej tack", by=stage.cast.eva, now=NOW)
    assert LexSarah.objects.count() == 2


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "gun"])
def test_only_those_who_investigate_answer(stage: Stage, question: Referral, who: str) -> None:
    by = getattr(stage.cast, who)
    with pytest.raises(NotAllowed):
        actions.accept_referral(referral=question, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.refuse_referral(referral=question, reason="Nej tack", by=by, now=NOW)
    assert not queries.list_referrals(reader_of(by)).exists()
    question.refresh_from_db()
    assert question.state == Referral.State.OPEN
