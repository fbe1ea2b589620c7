"""The events of one investigation: numbered, of a type, and judged one by one."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import CaseEvent, LexSarah
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    make_completed,
    make_opened,
    make_reported,
    make_types,
    write_all,
)


def another(stage: Stage, code: str = "treatment", words: str = "En annan kväll.") -> actions.Happening:
    return actions.Happening(stage.type_called(code), TODAY, words)


def add(stage: Stage, case: LexSarah, by: User | None = None) -> CaseEvent:
    content = another(stage)
    return actions.add_event(case=case, content=content, version=case.version, by=by or stage.cast.dag, now=NOW)


def version(event: CaseEvent) -> int:
    return LexSarah.objects.get(pk=event.case_id).version


def test_events_are_numbered_and_read_with_their_words(stage: Stage) -> None:
    case = make_opened(stage)
    event = add(stage, case)
    assert (event.number, event.category.code, event.outcome) == (2, "treatment", "")
    read = queries.read_events(reader_of(stage.cast.dag), case)
    assert [(one.event.number, one.words) for one in read] == [(1, ""), (2, "En annan kväll.")]
    assert events(case)[-1] == "event_added"


def test_the_case_and_the_joined_are_of_the_type_of_the_first_event(stage: Stage) -> None:
    case, report = make_opened(stage), make_reported(stage)
    actions.join(case=report, lead=case, version=report.version, by=stage.cast.dag, now=NOW)
    case.refresh_from_db()
    first, content = case.events.get(), another(stage, "treatment")
    actions.change_event(event=first, content=content, version=case.version, by=stage.cast.dag, now=NOW)
    assert LexSarah.objects.get(pk=case.pk).category == stage.type_called("treatment")
    assert {fact.category for fact in Fact.objects.filter(record_id__in=[case.pk, report.pk])} == {"treatment"}


def test_the_last_event_stays(stage: Stage) -> None:
    case = make_opened(stage)
    event, first = add(stage, case), case.events.get(number=1)
    actions.remove_event(event=first, version=version(event), by=stage.cast.dag, now=NOW)
    assert LexSarah.objects.get(pk=case.pk).category == stage.type_called("treatment")
    with pytest.raises(RuleBroken, match="minst en händelse"):
        actions.remove_event(event=event, version=version(event), by=stage.cast.dag, now=NOW)
    with pytest.raises(RuleBroken, match="finns inte längre"):
        actions.remove_event(event=first, version=version(event), by=stage.cast.dag, now=NOW)


def test_each_event_counts_with_its_own_type_and_outcome(stage: Stage) -> None:
    case = make_opened(stage)
    add(stage, case)
    case = write_all(stage, LexSarah.objects.get(pk=case.pk))
    case = actions.complete(case=case, version=case.version, by=stage.cast.dag, now=LATER)
    each = {1: rules.Outcome.RISK, 2: rules.Outcome.NO_MISCONDUCT}
    decision = actions.Decision(None, "Skäl för båda.", impartial=True, events=each)
    actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=LATER)
    decided = Fact.objects.filter(record_id=case.pk, happening="event_decided").order_by("pk")
    assert [(fact.category, fact.outcome) for fact in decided] == [
        ("legal_security", "risk"),
        ("treatment", "no_misconduct"),
    ]
    assert Fact.objects.get(record_id=case.pk, happening="decided").outcome == "risk"


def test_type_words_and_day_are_asked_for(stage: Stage) -> None:
    case, by = make_opened(stage), stage.cast.dag
    other = make_types(stage.cast.root, "another_list").categories.get(code="treatment")
    for content, sentence in (
        (actions.Happening(other, TODAY, "Ord"), "finns inte i listan"),
        (another(stage, words=" "), "Skriv vad som hände"),
        (actions.Happening(stage.type_called("treatment"), TODAY + timedelta(days=1), "Ord"), "inte varit än"),
    ):
        with pytest.raises(RuleBroken, match=sentence):
            actions.add_event(case=case, content=content, version=case.version, by=by, now=NOW)


@pytest.mark.parametrize("who", ["stranger", "bo", "alice", "hugo"])
def test_only_those_who_investigate(stage: Stage, who: str) -> None:
    with pytest.raises(NotAllowed):
        add(stage, make_opened(stage), getattr(stage.cast, who))


def test_a_completed_investigation_keeps_its_events(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="skriva i utredningen"):
        add(stage, make_completed(stage))
