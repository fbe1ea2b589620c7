"""Who sees what: lists, pages, texts and the work that waits."""

from datetime import date

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.paging import Filters
from varvet.kernel.search.texts import Question, search_texts
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import SECTION_PARTS
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    SECRET,
    Stage,
    make_completed,
    make_decided,
    make_opened,
    make_reported,
    make_told,
)

EXCLUDED = Confidentiality.MANAGER_EXCLUDED


def seen(user: User) -> set[str]:
    return {case.reference for case in queries.visible_to(reader_of(user))}


def listed(user: User, filters: Filters | None = None) -> list[str]:
    return [case.reference for case in queries.list_page(reader_of(user), filters or Filters(), "").rows]


def test_each_sees_their_units_cases_and_their_own_reports(stage: Stage) -> None:
    here = make_reported(stage).reference
    assert seen(stage.cast.alice) == seen(stage.cast.dag) == seen(stage.disa) == seen(stage.cast.bo) == {here}
    for outsider in (stage.cast.cecilia, stage.cast.stranger, stage.cast.hugo, stage.cast.gun):
        assert seen(outsider) == set()
        assert listed(outsider) == []
    assert listed(stage.cast.bo) == []


def test_a_case_about_the_manager_is_shut_to_the_manager(stage: Stage) -> None:
    about = make_reported(stage, confidentiality=EXCLUDED).reference
    assert seen(stage.cast.alice) == set()
    assert listed(stage.cast.alice) == []
    assert seen(stage.cast.dag) == seen(stage.cast.bo) == seen(stage.disa) == {about}
    assert listed(stage.cast.dag) == [about]


def test_the_list_is_narrowed_by_state_and_unit(stage: Stage) -> None:
    received, opened = make_reported(stage), make_opened(stage)
    declined = make_reported(stage)
    refusal = actions.Refusal(rules.NotOpened.OUT_OF_SCOPE, "Det är hälso- och sjukvård.")
    actions.decline_investigation(case=declined, refusal=refusal, version=1, by=stage.cast.dag, now=NOW)
    dag = stage.cast.dag
    assert set(listed(dag)) == {received.reference, opened.reference, declined.reference}
    assert set(listed(dag, Filters(status="open"))) == {received.reference, opened.reference}
    assert listed(dag, Filters(status="opened")) == [opened.reference]
    assert listed(dag, Filters(unit=stage.cast.b.pk)) == []
    assert len(listed(dag, Filters(unit=stage.cast.a.pk))) == 3


def test_texts_are_read_by_those_who_handle_and_each_reading_is_noted(stage: Stage) -> None:
    case = make_completed(stage)
    parts = [words.part for words in queries.read_narratives(reader_of(stage.cast.dag), case)]
    assert sorted(parts) == sorted(["what", "told_person", *SECTION_PARTS])
    event = ReadEvent.objects.get()
    assert (event.actor_id, event.record_id, event.kind) == (stage.cast.dag.pk, case.pk, "lex_sarah")


def test_a_reporter_reads_the_report_and_not_the_investigation(stage: Stage) -> None:
    case = make_completed(stage)
    words = queries.read_narratives(reader_of(stage.cast.bo), case)
    assert [(w.part, w.text) for w in words] == [("what", SECRET)]


def titles(user: User) -> list[tuple[str, date]]:
    return [(task.title, task.due) for task in queries.list_tasks(reader_of(user))]


def test_work_waits_for_those_who_can_do_it(stage: Stage) -> None:
    goal = date(2026, 5, 16)
    made = {
        make_reported: ("Ta ställning till en lex Sarah-rapport", TODAY),
        make_opened: ("Utred ett lex Sarah-ärende", goal),
    }
    for make in (*made, make_completed, make_decided, make_told):
        make(stage)
    make_decided(stage, rules.Outcome.SERIOUS)
    told = ("Återkoppla i ett lex Sarah-ärende", date(2026, 4, 13))
    assert titles(stage.cast.dag) == [*made.values(), told, told]
    term = date(2026, 4, 13)  # ten working days after the investigation was ready: Easter lies between
    assert titles(stage.disa) == [
        ("Besluta i ett lex Sarah-ärende", term),
        ("Anmäl ett lex Sarah-ärende till IVO", day_of(LATER)),
    ]
    assert titles(stage.cast.alice) == titles(stage.cast.stranger) == []


def test_the_list_of_types_is_the_one_in_force(stage: Stage) -> None:
    assert queries.category_list_on(stage.cast.root, TODAY) == stage.types
    assert queries.category_list_on(stage.cast.root, date(2019, 12, 31)) is None
    assert [c.code for c in queries.list_types(stage.types)] == ["legal_security", "treatment"]


def found(user: User, words: str) -> list[str]:
    result = search_texts(reader_of(user), Question(words, date(2026, 1, 1), date(2026, 12, 31)))
    return [hit.record.reference for hit in result.hits]


def test_texts_are_searched_by_those_whose_list_holds_the_case(stage: Stage) -> None:
    here, about = make_reported(stage).reference, make_reported(stage, confidentiality=EXCLUDED).reference
    word = SECRET.split()[0]
    assert found(stage.cast.dag, word) == [about, here]
    assert found(stage.cast.alice, word) == [here]
    for outsider in (stage.cast.bo, stage.cast.cecilia, stage.cast.stranger, stage.cast.hugo, stage.cast.gun):
        assert found(outsider, word) == []
