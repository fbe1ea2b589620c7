"""Completing an investigation: nothing it must hold may be missing."""

from dataclasses import fields, replace

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.models import LexSarah, Narrative
from varvet.registers.lex_sarah.rules import Status
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    happenings,
    investigation,
    make_completed,
    make_opened,
    make_reported,
)

PARTS = [field.name for field in fields(actions.Investigation)]


def complete(stage: Stage, case: LexSarah, given: actions.Investigation | None = None) -> LexSarah:
    chosen = given or investigation()
    return actions.complete(case=case, investigation=chosen, version=case.version, by=stage.cast.dag, now=LATER)


def test_an_investigation_is_completed(stage: Stage) -> None:
    case = make_completed(stage)
    assert (case.status, case.completed_on) == (Status.INVESTIGATED, day_of(LATER))
    assert events(case) == ["received", "opened", "completed"]
    assert happenings(case) == [("received", TODAY), ("opened", TODAY), ("completed", day_of(LATER))]
    assert Fact.objects.get(record_id=case.pk, happening="completed").days == 10
    assert {n.part for n in Narrative.objects.filter(case=case)} == {"what", *PARTS}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_needed(stage: Stage, part: str) -> None:
    case = make_opened(stage)
    with pytest.raises(RuleBroken, match="saknas i utredningen") as error:
        complete(stage, case, replace(investigation(), **{part: " "}))
    assert error.value.field == part
    assert events(case) == ["received", "opened"]


def test_what_is_not_opened_is_not_completed(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="mottagen"):
        complete(stage, make_reported(stage))


@pytest.mark.parametrize("who", ["stranger", "bo", "alice"])
def test_only_those_who_investigate_complete(stage: Stage, who: str) -> None:
    case = make_opened(stage)
    by = getattr(stage.cast, who)
    with pytest.raises(NotAllowed):
        actions.complete(case=case, investigation=investigation(), version=2, by=by, now=LATER)
