"""Each section of the investigation is saved by itself; what is written last holds, and what stood before is kept."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part, progress_of
from varvet.registers.lex_sarah.rules import SECTIONS
from varvet.registers.lex_sarah.tests.factories import Stage, events, make_completed, make_opened, make_reported


def write(case: LexSarah, by: User, section: actions.Section) -> LexSarah:
    return actions.write_section(case=case, section=section, version=case.version, by=by, now=NOW)


@pytest.mark.parametrize("place", [*SECTIONS])
def test_a_section_is_saved_by_itself(stage: Stage, place: str) -> None:
    case = write(make_opened(stage), stage.cast.dag, actions.Section(Part(place), "Så här var det."))
    assert progress_of(case).written == {place}
    assert AuditEvent.objects.get(event="section_written").data == {"section": place}
    assert events(case) == ["received", "opened", "section_written"]


def test_what_is_written_last_holds_and_the_earlier_is_kept(stage: Stage) -> None:
    case = write(make_opened(stage), stage.cast.dag, actions.Section(Part.EVENT, "Först"))
    case = actions.write_section(
        case=case,
        section=actions.Section(Part.EVENT, "Sedan"),
        version=case.version,
        by=stage.cast.eva,
        now=NOW + timedelta(hours=1),
    )
    read = queries.read_section(reader_of(stage.cast.dag), case, "event")
    assert read is not None
    assert read.text == "Sedan"
    assert Narrative.objects.filter(case=case, part=Part.EVENT).count() == 2


def test_a_reason_for_not_asking_stands_for_the_view_until_it_is_known(stage: Stage) -> None:
    case = write(make_opened(stage), stage.cast.dag, actions.Section(Part.NOT_ASKED, "Personen är avliden."))
    assert "view" in progress_of(case).written
    read = queries.read_section(reader_of(stage.cast.dag), case, "view")
    assert read is not None
    assert (read.part, read.text) == ("not_asked", "Personen är avliden.")


def test_the_day_it_happened_is_set_in_its_section(stage: Stage) -> None:
    case = make_opened(stage)
    section = actions.Section(Part.WHEN, "På kvällen.", TODAY - timedelta(days=2))
    case = write(case, stage.cast.dag, section)
    assert LexSarah.objects.get(pk=case.pk).occurred_day == TODAY - timedelta(days=2)
    with pytest.raises(RuleBroken, match="inte varit än"):
        write(case, stage.cast.dag, actions.Section(Part.WHEN, "I morgon.", TODAY + timedelta(days=1)))
    case = write(case, stage.cast.dag, actions.Section(Part.WHEN, "Okänt vilken dag.", None))
    assert LexSarah.objects.get(pk=case.pk).occurred_day is None


def test_a_saved_section_leaves_no_draft(stage: Stage) -> None:
    case, dag = make_opened(stage), stage.cast.dag
    name = actions.draft_of(case, "event")
    save_draft(owner=dag, form=name, content={"text": "Halvt"}, now=NOW)
    save_draft(owner=dag, form=actions.draft_of(case, "again"), content={"text": "Kvar"}, now=NOW)
    write(case, dag, actions.Section(Part.EVENT, "Helt"))
    assert get_draft(owner=dag, form=name, today=TODAY) == {}
    assert get_draft(owner=dag, form=actions.draft_of(case, "again"), today=TODAY) == {"text": "Kvar"}


def test_an_empty_section_and_one_of_no_investigation_are_refused(stage: Stage) -> None:
    case = make_opened(stage)
    with pytest.raises(RuleBroken, match="Skriv vad som hände"):
        write(case, stage.cast.dag, actions.Section(Part.EVENT, " "))
    with pytest.raises(KeyError):
        write(case, stage.cast.dag, actions.Section(Part.DECISION, "Skäl"))


@pytest.mark.parametrize("make", [make_reported, make_completed])
def test_it_is_written_while_the_investigation_is_open(stage: Stage, make: object) -> None:
    case = make(stage)  # type: ignore[operator]  # a factory
    with pytest.raises(RuleBroken, match="skriva i utredningen"):
        write(case, stage.cast.dag, actions.Section(Part.EVENT, "För sent eller för tidigt"))


@pytest.mark.parametrize("who", ["stranger", "bo", "alice", "hugo"])
def test_only_those_who_investigate_write(stage: Stage, who: str) -> None:
    with pytest.raises(NotAllowed):
        write(make_opened(stage), getattr(stage.cast, who), actions.Section(Part.EVENT, "Nej"))


def test_of_two_who_write_at_once_one_is_told(stage: Stage) -> None:
    case = make_opened(stage)
    write(case, stage.cast.dag, actions.Section(Part.EVENT, "Dags"))
    with pytest.raises(StaleVersion):
        actions.write_section(
            case=case, section=actions.Section(Part.EVENT, "Evas"), version=2, by=stage.cast.eva, now=NOW
        )
    assert Narrative.objects.get(case=case, part=Part.EVENT).text == "Dags"
