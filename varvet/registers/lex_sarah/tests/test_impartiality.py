"""Conflict of interest: each says it of themselves, and whoever has one takes no part."""

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.clocks import clocks_of, list_clocks
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.notifications.events import Event as News
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import Impartiality, LexSarah, Part
from varvet.registers.lex_sarah.rules import Role
from varvet.registers.lex_sarah.tests.factories import (
    SECRET,
    SECTIONS,
    Stage,
    events,
    happenings,
    make_completed,
    make_opened,
    make_reported,
    opening,
)

CONFLICT = actions.Declaration(Role.INVESTIGATOR, conflict=True, reason="Min systers barn.")
NONE = actions.Declaration(Role.INVESTIGATOR, conflict=False)


def declare(case: LexSarah, by: User, said: actions.Declaration = NONE) -> LexSarah:
    return actions.declare(case=case, declaration=said, version=case.version, by=by, now=NOW)


def test_what_is_said_last_holds(stage: Stage) -> None:
    case = declare(make_reported(stage), stage.cast.eva, CONFLICT)
    row = Impartiality.objects.get()
    assert (row.person, row.role, row.conflict, row.reason) == (stage.cast.eva, "investigator", True, CONFLICT.reason)
    declare(case, stage.cast.eva)
    row.refresh_from_db()
    assert (row.conflict, row.reason, row.declared_on) == (False, None, TODAY)
    assert events(case) == ["received", "declared", "declared"]
    trail = AuditEvent.objects.filter(event="declared").order_by("pk").values_list("data", flat=True)
    assert [row["conflict"] for row in trail] == [True, False]
    assert CONFLICT.reason not in str(list(trail))
    assert happenings(case) == [("received", TODAY)]


def test_a_conflict_has_a_reason(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="varför du kan vara jävig"):
        declare(make_reported(stage), stage.cast.dag, actions.Declaration(Role.INVESTIGATOR, conflict=True))
    assert not Impartiality.objects.exists()


def test_an_investigator_with_a_conflict_no_longer_has_the_case(stage: Stage) -> None:
    case = declare(make_opened(stage), stage.cast.dag, CONFLICT)
    assert case.investigator is None
    assert queries.list_tasks(reader_of(stage.cast.dag)) == []
    assert [task.reference for task in queries.list_tasks(reader_of(stage.cast.eva))] == [case.reference]
    by, section = stage.cast.dag, actions.Section(Part.EVENT, SECTIONS[Part.EVENT])
    with pytest.raises(RuleBroken, match="anmält jäv"):
        actions.write_section(case=case, section=section, version=case.version, by=by, now=NOW)


def test_a_conflict_in_a_report_is_one_in_the_case_it_is_investigated_in(stage: Stage) -> None:
    lead, report = make_opened(stage), make_reported(stage)
    declare(report, stage.cast.eva, CONFLICT)
    report.refresh_from_db()
    report = actions.join(case=report, lead=lead, version=report.version, by=stage.cast.dag, now=NOW)
    lead.refresh_from_db()
    actions.assign(case=lead, to=(None, "Slutar."), version=lead.version, by=stage.cast.dag, now=NOW)
    lead.refresh_from_db()
    assert not queries.list_tasks(reader_of(stage.cast.eva))
    assert stage.cast.eva.pk in queries.list_conflicts(lead)
    with pytest.raises(RuleBroken, match="anmält jäv"):
        actions.make_safe(case=lead, text="Nej.", version=lead.version, by=stage.cast.eva, now=NOW)
    to = (stage.cast.eva, "")
    with pytest.raises(RuleBroken, match="Välj någon annan"):
        actions.assign(case=lead, to=to, version=lead.version, by=stage.cast.dag, now=NOW)
    with pytest.raises(RuleBroken, match="anmält jäv"):
        actions.leave(case=report, version=report.version, by=stage.cast.eva, now=NOW)


def test_whoever_has_a_conflict_confirms_nothing(stage: Stage) -> None:
    content = actions.Report(unit=stage.cast.a, what=SECRET, channel=rules.Channel.PHONE, told_by="En vikarie")
    case = LexSarah.objects.get(pk=actions.report(content=content, key="k" * 32, by=stage.cast.bo, now=NOW).pk)
    declare(case, stage.cast.dag, CONFLICT)
    case.refresh_from_db()
    with pytest.raises(RuleBroken, match="anmält jäv"):
        actions.confirm(case=case, version=case.version, by=stage.cast.dag, now=NOW)


def test_whoever_has_a_conflict_neither_opens_nor_decides(stage: Stage) -> None:
    case = declare(make_reported(stage), stage.cast.dag, CONFLICT)
    with pytest.raises(RuleBroken, match="anmält jäv"):
        actions.open_investigation(case=case, opening=opening(stage), version=case.version, by=stage.cast.dag, now=NOW)
    done = declare(make_completed(stage), stage.disa, actions.Declaration(Role.DECISION_MAKER, True, "Granne."))
    grounds = actions.Decision(None, "Skäl", impartial=True)
    with pytest.raises(RuleBroken, match="anmält jäv"):
        actions.decide(case=done, decision=grounds, version=done.version, by=stage.disa, now=NOW)


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("stranger", Role.INVESTIGATOR),
        ("bo", Role.REVIEWER),
        ("alice", Role.INVESTIGATOR),
        ("dag", Role.DECISION_MAKER),
    ],
)
def test_only_in_a_role_that_one_may_have(stage: Stage, who: str, role: Role) -> None:
    with pytest.raises(NotAllowed):
        declare(make_reported(stage), getattr(stage.cast, who), actions.Declaration(role, conflict=False))
    assert not Impartiality.objects.exists()


def test_a_manager_shut_out_says_nothing_of_the_case(stage: Stage) -> None:
    case = make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    with pytest.raises(NotAllowed):
        declare(case, stage.cast.alice, actions.Declaration(Role.REVIEWER, conflict=False))


def test_a_version_that_is_not_the_latest_says_nothing(stage: Stage) -> None:
    case = make_reported(stage)
    with pytest.raises(StaleVersion):
        actions.declare(case=case, declaration=NONE, version=0, by=stage.cast.dag, now=NOW)


def test_a_conflict_without_reason_is_not_stored(stage: Stage) -> None:
    case = make_reported(stage)
    with pytest.raises(IntegrityError), transaction.atomic():
        Impartiality.objects.create(
            case=case, person=stage.cast.dag, role=Role.REVIEWER, declared_on=TODAY, conflict=True
        )


def test_whoever_has_a_conflict_is_reminded_of_nothing(stage: Stage) -> None:
    """Dag and Eva investigate: with a conflict of Dag's, the report waits for Eva alone."""
    case = declare(make_reported(stage), stage.cast.dag, actions.Declaration(Role.INVESTIGATOR, True, "Granne."))
    assert [clock.not_for for clock in list_clocks(stage.cast.root)] == [frozenset({stage.cast.dag.pk})]
    assert [clock.not_for for clock in clocks_of(case)] == [frozenset({stage.cast.dag.pk})]
    remind_all(now=NOW)
    told = set(Notification.objects.filter(event=News.DUE).values_list("receiver__name", flat=True))
    assert told == {"Eva"}


def test_a_conflict_in_a_joined_report_is_one_in_the_case(stage: Stage) -> None:
    case, joined = make_opened(stage), make_reported(stage)
    declare(joined, stage.cast.eva, actions.Declaration(Role.INVESTIGATOR, True, "Granne."))
    LexSarah.objects.filter(pk=joined.pk).update(joined_to=case)
    assert {clock.record_id: clock.not_for for clock in list_clocks(stage.cast.root)} == {
        case.pk: frozenset({stage.cast.eva.pk})
    }
