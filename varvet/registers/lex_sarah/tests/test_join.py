"""Several reports in one investigation: each received by itself, the one investigated and decided."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    happenings,
    make_completed,
    make_opened,
    make_reported,
    opening,
    write_all,
)


def join(stage: Stage, case: LexSarah, lead: LexSarah, by: User | None = None) -> LexSarah:
    return actions.join(case=case, lead=lead, version=case.version, by=by or stage.cast.dag, now=NOW)


def leave(stage: Stage, case: LexSarah, by: User | None = None) -> LexSarah:
    return actions.leave(case=case, version=case.version, by=by or stage.cast.dag, now=NOW)


def fresh(case: LexSarah) -> LexSarah:
    return LexSarah.objects.get(pk=case.pk)


def test_a_report_takes_its_cases_state_and_type_and_its_reporter_is_told(stage: Stage) -> None:
    lead = make_opened(stage)
    report = join(stage, make_reported(stage), lead)
    assert (report.status, report.joined_to, report.category) == ("opened", lead, lead.category)
    assert (events(report)[-1], events(lead)[-1]) == ("joined", "joined_by")
    assert Notification.objects.get(event="merged").receiver == stage.cast.bo
    assert happenings(report) == [("received", TODAY)]
    assert [task.reference for task in queries.list_tasks(reader_of(stage.cast.dag))] == [lead.reference]


def test_a_report_moves_with_its_case_to_the_end_and_the_one_investigation_counts(stage: Stage) -> None:
    lead, report = make_reported(stage), make_reported(stage)
    report = join(stage, report, lead)
    by = stage.cast.dag
    lead = actions.open_investigation(case=lead, opening=opening(stage), version=2, by=by, now=NOW)
    assert fresh(report).status == rules.Status.OPENED
    lead = write_all(stage, lead)
    lead = actions.complete(case=lead, version=lead.version, by=by, now=LATER)
    assert fresh(report).status == rules.Status.INVESTIGATED
    assert happenings(report) == [("received", TODAY)]
    assert [name for name, _ in happenings(lead)] == ["received", "opened", "completed"]
    assert happenings(lead)[-1] == ("completed", day_of(LATER))


def test_a_report_that_leaves_stands_as_received_again(stage: Stage) -> None:
    report = leave(stage, join(stage, make_reported(stage), make_opened(stage)))
    assert (report.status, report.joined_to, report.category) == ("received", None, None)
    assert events(report)[-1] == "left"
    with pytest.raises(RuleBroken, match="redan för sig"):
        leave(stage, report)


def test_what_is_investigated_elsewhere_is_moved_there_alone(stage: Stage) -> None:
    report = join(stage, make_reported(stage), make_reported(stage))
    with pytest.raises(RuleBroken, match="utreds i ett annat ärende"):
        actions.open_investigation(
            case=report, opening=opening(stage), version=report.version, by=stage.cast.dag, now=NOW
        )


def test_a_case_with_reports_is_not_left_uninvestigated(stage: Stage) -> None:
    lead = make_reported(stage)
    join(stage, make_reported(stage), lead)
    refusal = actions.Refusal(rules.NotOpened.OUT_OF_SCOPE, "Hälso- och sjukvård.")
    with pytest.raises(RuleBroken, match="Ta loss dem först"):
        actions.decline_investigation(
            case=lead, refusal=refusal, version=fresh(lead).version, by=stage.cast.dag, now=NOW
        )


def test_no_chains_no_itself_no_finished_case_and_no_other_secrecy(stage: Stage) -> None:
    lead, report = make_reported(stage), make_reported(stage)
    with pytest.raises(RuleBroken, match="annat ärende än"):
        join(stage, lead, lead)
    with pytest.raises(RuleBroken, match="inte är färdigutrett"):
        join(stage, report, make_completed(stage))
    with pytest.raises(RuleBroken, match="olika sekretess"):
        join(stage, report, make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED))
    joined = join(stage, report, lead)
    with pytest.raises(RuleBroken, match="redan i ett annat"):
        join(stage, make_reported(stage), joined)
    with pytest.raises(RuleBroken, match="Ta loss dem först"):
        join(stage, fresh(lead), make_reported(stage))


def test_an_opened_case_is_not_joined_to_another(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="lägga ihop"):
        join(stage, make_opened(stage), make_reported(stage))


@pytest.mark.parametrize("who", ["stranger", "bo", "alice", "hugo"])
def test_only_those_who_investigate_both(stage: Stage, who: str) -> None:
    by = getattr(stage.cast, who)
    report, lead = make_reported(stage), make_reported(stage)
    with pytest.raises(NotAllowed):
        join(stage, report, lead, by)
    report = join(stage, report, lead)
    with pytest.raises(NotAllowed):
        leave(stage, report, by)


def test_a_version_that_is_not_the_latest_ties_nothing(stage: Stage) -> None:
    report = make_reported(stage)
    with pytest.raises(StaleVersion):
        actions.join(case=report, lead=make_reported(stage), version=0, by=stage.cast.dag, now=NOW)
    assert fresh(report).joined_to is None
