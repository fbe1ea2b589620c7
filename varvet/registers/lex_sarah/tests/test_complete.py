"""Completing: only what is whole, and the page says what is missing."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.models import CaseEvent, Impartiality, LexSarah, Narrative, progress_of
from varvet.registers.lex_sarah.rules import SECTIONS, Role, Status, before_completing
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    a_cause,
    events,
    happenings,
    make_completed,
    make_opened,
    make_reported,
    write_all,
)


def complete(stage: Stage, case: LexSarah) -> LexSarah:
    return actions.complete(case=case, version=case.version, by=stage.cast.dag, now=LATER)


def missing(case: LexSarah) -> list[str]:
    return [item.place for item in before_completing(progress_of(case)) if not item.done]


def test_an_investigation_is_completed(stage: Stage) -> None:
    case = make_completed(stage)
    assert (case.status, case.completed_on) == (Status.INVESTIGATED, day_of(LATER))
    assert events(case)[-1] == "completed"
    assert happenings(case) == [("received", TODAY), ("opened", TODAY), ("completed", day_of(LATER))]
    assert Fact.objects.get(record_id=case.pk, happening="completed").days == 10


def test_what_is_opened_and_no_more_lacks_everything_but_its_investigator_and_event(stage: Stage) -> None:
    assert missing(make_opened(stage)) == ["inform", *SECTIONS, "cause"]


@pytest.mark.parametrize("place", [*SECTIONS])
def test_each_section_is_needed(stage: Stage, place: str) -> None:
    case = write_all(stage, make_opened(stage))
    Narrative.objects.filter(case=case, part=place).delete()
    assert missing(case) == [place]
    with pytest.raises(RuleBroken, match="Det här saknas") as error:
        complete(stage, case)
    assert error.value.field == place
    assert "completed" not in events(case)


def test_a_cause_without_answer_the_affected_person_and_an_impartial_investigator_are_needed(stage: Stage) -> None:
    case = write_all(stage, make_opened(stage))
    actions.add_cause(case=case, content=a_cause("staffing"), version=case.version, by=stage.cast.dag, now=NOW)
    LexSarah.objects.filter(pk=case.pk).update(informed_on=None)
    Impartiality.objects.filter(case=case).delete()
    CaseEvent.objects.filter(case=case).delete()
    case = LexSarah.objects.get(pk=case.pk)
    assert missing(case) == ["declare", "inform", "events", "answers"]
    with pytest.raises(RuleBroken, match="Det här saknas"):
        complete(stage, case)
    LexSarah.objects.filter(pk=case.pk).update(investigator=None)
    assert missing(LexSarah.objects.get(pk=case.pk))[:2] == ["assign", "declare"]


def test_an_investigator_with_a_conflict_in_another_role_is_not_impartial(stage: Stage) -> None:
    case = write_all(stage, make_opened(stage))
    Impartiality.objects.create(
        case=case, person=stage.cast.dag, role=Role.REVIEWER, declared_on=TODAY, conflict=True, reason="Granne."
    )
    assert missing(case) == ["declare"]


def test_what_is_not_opened_is_not_completed(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="mottagen"):
        complete(stage, make_reported(stage))


def test_a_version_that_is_not_the_latest_completes_nothing(stage: Stage) -> None:
    case = write_all(stage, make_opened(stage))
    with pytest.raises(StaleVersion):
        actions.complete(case=case, version=case.version - 1, by=stage.cast.dag, now=LATER)


@pytest.mark.parametrize("who", ["stranger", "bo", "alice", "hugo"])
def test_only_those_who_investigate_complete(stage: Stage, who: str) -> None:
    case = write_all(stage, make_opened(stage))
    by = getattr(stage.cast, who)
    with pytest.raises(NotAllowed):
        actions.complete(case=case, version=case.version, by=by, now=LATER)
