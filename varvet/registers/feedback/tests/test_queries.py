"""Who sees what: lists, pages, texts and the work that waits."""

from datetime import date

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.narratives import keep
from varvet.kernel.search.texts import Question, search_texts
from varvet.registers.feedback import actions, queries, rules
from varvet.registers.feedback.models import Narrative, Part
from varvet.registers.feedback.tests.factories import (
    ANSWER,
    LATER,
    Desk,
    make_answered,
    make_captured,
    make_closed,
    make_reopened,
)


def seen(user: User) -> set[str]:
    return {feedback.reference for feedback in queries.visible_to(reader_of(user))}


def listed(user: User, filters: queries.Filters | None = None) -> list[str]:
    return [row.reference for row in queries.list_page(reader_of(user), filters or queries.Filters(), "").rows]


def test_each_sees_their_units_feedback_and_what_they_captured(desk: Desk) -> None:
    here = make_captured(desk).reference
    assert seen(desk.cast.alice) == seen(desk.cast.eva) == seen(desk.cast.bo) == {here}
    assert listed(desk.cast.bo) == []
    for outsider in (desk.cast.cecilia, desk.cast.stranger, desk.cast.hugo, desk.cast.gun):
        assert seen(outsider) == set()
        assert listed(outsider) == []


def test_feedback_about_the_manager_is_shut_to_the_manager(desk: Desk) -> None:
    about = make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED).reference
    assert seen(desk.cast.alice) == set()
    assert listed(desk.cast.alice) == []
    assert seen(desk.cast.eva) == seen(desk.cast.bo) == {about}
    assert listed(desk.cast.eva) == [about]
    assert queries.list_tasks(reader_of(desk.cast.alice)) == []
    assert len(queries.list_tasks(reader_of(desk.cast.eva))) == 1


def test_the_list_is_narrowed_by_state_unit_and_sort(desk: Desk) -> None:
    complaint, praise, closed = make_captured(desk), make_captured(desk, rules.Sort.PRAISE), make_closed(desk)
    alice = desk.cast.alice
    assert set(listed(alice)) == {complaint.reference, praise.reference, closed.reference}
    assert set(listed(alice, queries.Filters(status="open"))) == {complaint.reference, praise.reference}
    assert listed(alice, queries.Filters(status="closed")) == [closed.reference]
    assert listed(alice, queries.Filters(sort="praise")) == [praise.reference]
    assert listed(desk.cast.eva, queries.Filters(unit=desk.cast.b.pk)) == []


def parts_read(desk: Desk, user: User) -> set[str]:
    feedback = make_answered(desk)
    return {words.part for words in queries.read_narratives(reader_of(user), feedback)}


def test_those_who_answer_read_who_said_it(desk: Desk) -> None:
    assert parts_read(desk, desk.cast.alice) == {"what", "sender", "answer"}
    event = ReadEvent.objects.get()
    assert (event.actor_id, event.kind) == (desk.cast.alice.pk, "feedback")


def test_others_who_read_do_not_see_who_said_it(desk: Desk) -> None:
    assert parts_read(desk, desk.cast.dag) == {"what", "answer"}


def test_whoever_captured_it_reads_what_was_said(desk: Desk) -> None:
    assert parts_read(desk, desk.cast.bo) == {"what"}


def waiting(user: User) -> list[tuple[str, date, date]]:
    return [(task.title, task.started, task.due) for task in queries.list_tasks(reader_of(user))]


def test_an_answer_is_due_within_ten_working_days(desk: Desk) -> None:
    for sort in rules.Sort:
        if rules.asks_answer(sort):
            make_captured(desk, sort)
    make_closed(desk)
    due = date(2026, 3, 30)
    assert waiting(desk.cast.alice) == [
        ("Svara på ett klagomål", TODAY, due),
        ("Svara på en synpunkt", TODAY, due),
        ("Svara på ett förbättringsförslag", TODAY, due),
        ("Svara på en fråga", TODAY, due),
    ]
    for other in (desk.cast.bo, desk.cast.dag, desk.cast.stranger):
        assert waiting(other) == []


def test_what_is_answered_is_closed_within_twenty_working_days(desk: Desk) -> None:
    """Praise asks for no answer, and has its days from the day it came in."""
    make_captured(desk, rules.Sort.PRAISE)
    answered = make_answered(desk)
    make_closed(desk)
    assert waiting(desk.cast.alice) == [
        ("Avsluta ett beröm", TODAY, date(2026, 4, 15)),
        ("Avsluta ett besvarat klagomål", LATER.date(), date(2026, 4, 21)),
    ]
    assert waiting(desk.cast.bo) == []
    clocks = {clock.record_id: clock.code for clock in queries.list_clocks(desk.cast.root)}
    assert clocks[answered.pk] == queries.CLOSE
    assert [clock.due for clock in queries.clocks_of(answered)] == [date(2026, 4, 21)]


def test_what_is_handled_in_another_case_is_closed_there(desk: Desk) -> None:
    lead, other = make_captured(desk), make_captured(desk)
    actions.join(feedback=other, lead=lead, version=1, by=desk.cast.alice, now=NOW)
    lead.refresh_from_db()
    actions.answer(feedback=lead, content=ANSWER, version=lead.version, by=desk.cast.alice, now=LATER)
    assert [task.reference for task in queries.list_tasks(reader_of(desk.cast.alice))] == [lead.reference]


def test_what_is_taken_up_again_has_its_days_anew(desk: Desk) -> None:
    make_reopened(desk)
    assert waiting(desk.cast.alice) == [("Svara på ett klagomål", LATER.date(), date(2026, 4, 7))]


def found(user: User, words: str) -> list[str]:
    result = search_texts(reader_of(user), Question(words, date(2026, 1, 1), date(2026, 12, 31)))
    return [hit.record.reference for hit in result.hits]


def test_texts_are_searched_by_those_whose_list_holds_them(desk: Desk) -> None:
    here = make_captured(desk).reference
    about = make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED).reference
    word = Narrative.objects.filter(part=Part.WHAT)[0].text.split()[0]
    assert found(desk.cast.eva, word) == [about, here]
    assert found(desk.cast.alice, word) == [here]
    for outsider in (desk.cast.bo, desk.cast.cecilia, desk.cast.stranger, desk.cast.hugo, desk.cast.gun):
        assert found(outsider, word) == []


def test_who_said_it_is_searched_by_those_who_answer(desk: Desk) -> None:
    """The coordinator of social affairs reads feedback without answering it."""
    here = make_captured(desk)
    keep(here, {Part.SENDER: "Zaida Zetterqvist"}, by=desk.cast.bo, now=LATER)
    assert found(desk.cast.alice, "Zetterqvist") == [here.reference]
    assert found(desk.cast.dag, "Zetterqvist") == []
