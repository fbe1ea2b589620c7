"""Another register's question becomes a case here, which remembers where it came from."""

from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, TODAY, make_person, reader_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.questions import answering
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Confidentiality, Link, LinkKind, Record, Referral
from varvet.kernel.records.referrals import refer
from varvet.kernel.records.reporting import reporter_of
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import LexSarah, Narrative, closing_of
from varvet.registers.lex_sarah.tests.ending import fresh, told
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    happenings,
    make_reported,
    opening,
    write_all,
)


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


def test_whoever_reported_the_origin_is_the_reporter_here(stage: Stage, question: Referral) -> None:
    case = accept(question, stage)
    assert case.opened_by == stage.cast.bo, "not Dag, who took it on"
    assert (case.channel, case.reporter_shut_out) == ("referral", False)
    assert queries.reported_by(reader_of(stage.cast.bo)).filter(pk=case.pk).exists()
    assert not queries.reported_by(reader_of(stage.cast.dag)).filter(pk=case.pk).exists()
    told(stage, case_decided(stage, case))
    assert Notification.objects.filter(receiver=stage.cast.bo, event="answered", record_id=case.pk).exists()


def case_decided(stage: Stage, case: LexSarah) -> LexSarah:
    """The rest is as of any other case."""
    by = stage.cast.dag
    case = actions.open_investigation(case=case, opening=opening(stage), version=case.version, by=by, now=NOW)
    case = actions.complete(case=write_all(stage, case), version=fresh(case).version, by=by, now=LATER)
    decision = actions.Decision(rules.Outcome.MISCONDUCT, "Skälen står här.", impartial=True)
    return actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=LATER)


def test_a_colleague_it_was_sent_for_is_the_reporter(stage: Stage) -> None:
    """The register that asks says who reported, where that is not who opened the record."""
    colleague = make_person("Cim", "employee", stage.cast.a)
    origin = make_origin(stage, colleague)
    assert reporter_of(origin) == colleague
    assert accept(refer(origin, "lex_sarah", by=stage.cast.alice), stage).opened_by == colleague


def make_origin(stage: Stage, colleague: User) -> Record:
    """A deviation that Bo sent for a colleague, on its own form."""
    given = {"key": "k" * 32, "what": "Något hände.", "when": "today", "worry": "2", "unit": stage.cast.a.pk}
    as_(stage.cast.bo).post("/rapportera/", given | {"came": "phone", "colleague": colleague.pk})
    return Record.objects.get(kind="deviations")


def test_nobody_known_reported_what_came_without_an_account(stage: Stage, question: Referral) -> None:
    Record.objects.filter(pk=question.origin_id).update(opened_by=None)
    case = accept(question, stage)
    assert case.opened_by is None
    assert not closing_of(case, []).reporter_known


def test_a_manager_who_reported_what_is_about_them_sees_nothing_of_the_case(stage: Stage) -> None:
    """The manager knows of the report; that it became lex Sarah, and how it goes, is shut out."""
    origin = make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    Record.objects.filter(pk=origin.pk).update(opened_by=stage.cast.alice)
    case = accept(refer(Record.objects.get(pk=origin.pk), "lex_sarah", by=stage.cast.dag), stage)
    assert (case.opened_by, case.reporter_shut_out) == (stage.cast.alice, True)
    assert not queries.visible_to(reader_of(stage.cast.alice)).filter(pk=case.pk).exists()
    assert not closing_of(case, []).reporter_known, "nobody is to be told how it went"
