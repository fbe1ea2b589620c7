"""Reporting: everybody may, once, and what they wrote is kept apart."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part
from varvet.registers.lex_sarah.rules import Status
from varvet.registers.lex_sarah.tests.factories import SECRET, Stage, events, happenings, make_reported


def test_a_report_becomes_a_received_case(stage: Stage) -> None:
    case = make_reported(stage, occurred_day=TODAY, at_once="Ringde", informed="I dag")
    assert (case.reference, case.status, case.version) == ("LXS-2026-0001", Status.RECEIVED, 1)
    assert (case.unit, case.root, case.opened_by) == (stage.cast.a, stage.cast.root, stage.cast.bo)
    assert case.occurred_day == TODAY
    kept = {n.part: n.text for n in Narrative.objects.filter(case=case)}
    assert kept == {Part.WHAT: SECRET, Part.AT_ONCE: "Ringde", Part.INFORMED: "I dag"}
    assert events(case) == ["received"]
    assert happenings(case) == [("received", TODAY)]


def test_the_same_key_makes_one_case(stage: Stage) -> None:
    content = actions.Report(unit=stage.cast.a, what=SECRET)
    first = actions.report(content=content, key="same", by=stage.cast.bo, now=NOW)
    second = actions.report(content=content, key="same", by=stage.cast.bo, now=NOW)
    assert first.pk == second.pk
    assert LexSarah.objects.count() == 1


@pytest.mark.parametrize("who", ["stranger", "hugo", "gun"])
def test_without_the_permission_there_nothing_is_reported(stage: Stage, who: str) -> None:
    content = actions.Report(unit=stage.cast.a, what=SECRET)
    with pytest.raises(NotAllowed):
        actions.report(content=content, key="k", by=getattr(stage.cast, who), now=NOW)
    assert not LexSarah.objects.exists()


def test_nothing_told_and_days_to_come_are_refused(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="Berätta vad som hände"):
        actions.report(content=actions.Report(stage.cast.a, " "), key="k", by=stage.cast.bo, now=NOW)
    with pytest.raises(RuleBroken, match="inte varit än"):
        make_reported(stage, occurred_day=TODAY + timedelta(days=1))
    assert not LexSarah.objects.exists()


def test_a_case_about_the_manager_is_marked(stage: Stage) -> None:
    case = make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert case.confidentiality == Confidentiality.MANAGER_EXCLUDED
