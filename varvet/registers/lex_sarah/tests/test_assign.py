"""Naming who investigates: somebody who may, without a conflict, and changed with a reason."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, make_person, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part
from varvet.registers.lex_sarah.rules import Role
from varvet.registers.lex_sarah.tests.factories import Stage, events, happenings, make_opened, make_reported, make_told


def assign(case: LexSarah, to: User | None, by: User, reason: str = "") -> LexSarah:
    return actions.assign(case=case, to=(to, reason), version=case.version, by=by, now=NOW)


def test_the_first_is_named_without_a_reason_and_told(stage: Stage) -> None:
    case = assign(make_reported(stage), stage.cast.eva, stage.cast.dag)
    assert case.investigator == stage.cast.eva
    assert Notification.objects.get(event="assigned").receiver == stage.cast.eva
    assert AuditEvent.objects.get(event="assigned").data == {"investigator": stage.cast.eva.pk}
    assert events(case) == ["received", "assigned"]
    assert happenings(case) == [("received", TODAY)]


def test_a_case_with_a_name_waits_for_that_one_alone(stage: Stage) -> None:
    case = assign(make_reported(stage), stage.cast.eva, stage.cast.dag)
    assert [task.reference for task in queries.list_tasks(reader_of(stage.cast.eva))] == [case.reference]
    assert queries.list_tasks(reader_of(stage.cast.dag)) == []
    User.objects.filter(pk=stage.cast.eva.pk).update(is_active=False)
    assert [task.reference for task in queries.list_tasks(reader_of(stage.cast.dag))] == [case.reference]


def test_another_needs_a_reason_and_nobody_leaves_it_to_all(stage: Stage) -> None:
    case = make_opened(stage)
    with pytest.raises(RuleBroken, match="varför utredaren byts"):
        assign(case, stage.cast.eva, stage.cast.dag)
    with pytest.raises(RuleBroken, match="någon annan än"):
        assign(case, stage.cast.dag, stage.cast.dag, "Samma igen")
    case = assign(case, None, stage.cast.dag, "Dag slutar.")
    assert case.investigator is None
    assert Narrative.objects.get(case=case, part=Part.REASSIGNED).text == "Dag slutar."


@pytest.mark.parametrize("who", ["alice", "bo", "stranger", "hugo"])
def test_nobody_is_named_who_may_not_investigate(stage: Stage, who: str) -> None:
    with pytest.raises(RuleBroken, match="får utreda") as error:
        assign(make_reported(stage), getattr(stage.cast, who), stage.cast.dag)
    assert error.value.field == "investigator"


def test_whoever_has_a_conflict_is_not_named_but_hands_the_case_over(stage: Stage) -> None:
    said = actions.Declaration(Role.REVIEWER, True, "Granne.")
    case = make_reported(stage)
    case = actions.declare(case=case, declaration=said, version=case.version, by=stage.cast.dag, now=NOW)
    with pytest.raises(RuleBroken, match="anmält jäv"):
        assign(case, stage.cast.dag, stage.cast.eva)
    assert assign(case, stage.cast.eva, stage.cast.dag).investigator == stage.cast.eva


@pytest.mark.parametrize("who", ["alice", "bo", "stranger", "hugo", "gun"])
def test_only_those_who_investigate_name_somebody(stage: Stage, who: str) -> None:
    with pytest.raises(NotAllowed):
        assign(make_reported(stage), stage.cast.eva, getattr(stage.cast, who))


def test_a_case_that_has_ended_gets_nobody(stage: Stage) -> None:
    case = make_told(stage)
    LexSarah.objects.filter(pk=case.pk).update(status="closed")
    with pytest.raises(RuleBroken, match="byta utredare"):
        assign(case, stage.cast.eva, stage.cast.dag, "För sent")
    LexSarah.objects.filter(pk=case.pk).update(status=case.status)


def test_a_version_that_is_not_the_latest_names_nobody(stage: Stage) -> None:
    case = make_reported(stage)
    with pytest.raises(StaleVersion):
        actions.assign(case=case, to=(stage.cast.eva, ""), version=0, by=stage.cast.dag, now=NOW)


def test_those_who_can_be_named_are_those_who_may(stage: Stage) -> None:
    case = make_reported(stage)
    make_person("Sam", "social_coordinator", stage.cast.b)
    assert [one.user.name for one in queries.list_investigators(case, TODAY)] == ["Dag", "Eva"]
