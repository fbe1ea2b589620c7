"""The meeting: begun, answered, held, not held, closed; counted; and given to another."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.models import Confidentiality, Record
from varvet.registers.meetings import actions, queries
from varvet.registers.meetings.actions import Change, Held
from varvet.registers.meetings.models import Line, Meeting, Narrative
from varvet.registers.meetings.rules import Outcome
from varvet.registers.meetings.tests.factories import (
    APRIL,
    LATER,
    MARCH,
    SECRET,
    answered,
    bring,
    came_in,
    change,
    events,
    facts_of,
    held,
    opened,
    planned,
    record,
)


def test_lines_are_read_anew_until_the_meeting_begins(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = record(cast, 1), record(cast, 2)
    bring(monkeypatch, came_in(first))
    sheet = planned(cast)
    assert [one.records for one in queries.list_lines(sheet, TODAY)] == [[first]]
    bring(monkeypatch, came_in(first), came_in(second))
    sheet = actions.open_meeting(change(sheet, cast.alice))
    bring(monkeypatch)
    assert [one.records for one in queries.list_lines(sheet, TODAY)] == [[first], [second]]
    assert (sheet.status, sheet.frozen_on, events(sheet)[-1]) == ("open", TODAY, "begun")


def test_it_is_asked_of_the_unit_and_all_below_it_since_the_month_before(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[MeetingAsked] = []
    bring(monkeypatch, asked=asked.append)
    opened(cast)
    [question] = asked
    assert (question.unit_ids, question.last) == (frozenset({cast.a.pk}), TODAY)
    assert question.first.isoformat() == "2026-02-01"
    assert question.due_by.isoformat() == "2026-04-14"


def test_a_line_is_raised_and_the_record_shows_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = record(cast, 1), record(cast, 2)
    bring(monkeypatch, came_in(first), came_in(second))
    sheet = held(cast, Outcome.RAISED, Outcome.LEFT)
    assert [(one.outcome, one.reason) for one in sheet.lines.all()] == [("raised", ""), ("left", "time")]
    assert [linked.pk for linked in list_linked(first)] == [sheet.pk]
    assert list_linked(second) == []
    assert queries.titles_of([sheet.pk]) == {sheet.pk: "Lyft på APT 16 mars"}
    answered(sheet, sheet.lines.all()[1], cast)
    answered(sheet, sheet.lines.all()[0], cast, Outcome.MOVED)
    assert ([one.pk for one in list_linked(second)], list_linked(first)) == ([sheet.pk], [])


def test_what_is_counted_of_a_meeting(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    old = MeetingLine(Section.ACTIONS, record(cast, 4).pk, name="Skriv om rutinen")
    bring(monkeypatch, came_in(record(cast, 1)), came_in(record(cast, 2), count=3), old)
    sheet = held(cast, Outcome.RAISED)
    assert facts_of(sheet) == [("held", 1, 0, 1), ("attended", 7, None, None), ("came_in", 4, 1, 4)]
    answered(sheet, sheet.lines.all()[1], cast)
    assert facts_of(sheet) == [("held", 1, 1, 1), ("attended", 7, None, None), ("came_in", 4, 4, 4)]


def test_a_meeting_before_which_nothing_came_in_has_no_share(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch)
    assert facts_of(held(cast)) == [("held", 1, None, None), ("attended", 7, None, None)]


def test_what_was_not_answered_comes_back_and_is_counted_once(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = record(cast, 1), record(cast, 2)
    bring(monkeypatch, came_in(first), came_in(second))
    held(cast, Outcome.RAISED)
    sheet = opened(cast, APRIL)
    [line] = sheet.lines.all()
    assert (line.outcome, line.came_in, line.before_id is not None) == ("", False, True)
    assert [one.records for one in queries.list_lines(sheet, TODAY)] == [[second]]


def test_a_meeting_that_was_not_held_leaves_all_to_the_next(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)))
    sheet = actions.mark_not_held(change(planned(cast), cast.alice), "Alla var sjuka.")
    assert facts_of(sheet) == [("not_held", 1, None, None), ("came_in", 1, 0, 1)]
    assert Narrative.objects.get(meeting=sheet).text == "Alla var sjuka."
    bring(monkeypatch)
    assert opened(cast, APRIL).lines.count() == 1


def test_what_comes_to_shut_somebody_out_leaves_the_sheet(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    shut, open_one = record(cast, 1), record(cast, 2)
    bring(monkeypatch, came_in(shut), came_in(open_one))
    sheet = opened(cast)
    Record.objects.filter(pk=shut.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert [one.records for one in queries.list_lines(sheet, TODAY)] == [[open_one]]


def test_a_note_is_kept_as_free_text(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)))
    sheet = opened(cast)
    [line] = sheet.lines.all()
    answered(sheet, line, cast, Outcome.MOVED, note=SECRET)
    note = Narrative.objects.get()
    assert (note.line, note.text, note.written_by) == (line, SECRET, cast.alice)
    assert SECRET not in str(list(Line.objects.values_list()))


def test_lines_and_a_question_of_the_managers_own(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)))
    sheet = planned(cast)
    actions.add_line(change(sheet, cast.alice), "Ny rutin för jour")
    sheet = actions.ask(change(sheet, cast.alice), "Vad gör vi om det händer igen?")
    sheet = actions.open_meeting(change(sheet, cast.alice))
    assert [(one.number, one.name) for one in sheet.lines.all()] == [(1, ""), (2, "Ny rutin för jour")]
    sheet = actions.add_line(change(sheet, cast.alice), "Fikat")
    assert [one.number for one in sheet.lines.all()] == [1, 2, 3]
    assert sheet.question == "Vad gör vi om det händer igen?"
    with pytest.raises(RuleBroken):
        actions.ask(change(sheet, cast.alice), "Vad gör vi med 19811228-9874?")


def test_an_unknown_line_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)))
    sheet = opened(cast)
    with pytest.raises(RuleBroken) as broken:
        answered(sheet, Line(pk=99_999), cast)
    assert broken.value.code == "meeting.line.none"


def test_nothing_is_done_in_the_wrong_state(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch)
    sheet = planned(cast)
    for step in (lambda c: actions.hold(c, Held(TODAY, 3)), actions.close):
        with pytest.raises(RuleBroken, match="läge är: planerat"):
            step(change(sheet, cast.alice))
    sheet = actions.close(change(held(cast), cast.alice))
    assert (sheet.status, events(sheet)[-1], sheet.closed_at) == ("closed", "closed", LATER)
    with pytest.raises(RuleBroken, match="läge är: avslutat"):
        actions.mark_not_held(change(sheet, cast.alice), "Nej.")
    with pytest.raises(RuleBroken, match="läge är: avslutat"):
        actions.add_line(change(sheet, cast.alice), "Sent")


def test_who_saves_second_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch)
    sheet = planned(cast)
    stale = change(sheet, cast.alice)
    actions.ask(change(sheet, cast.eva), "Evas fråga?")
    with pytest.raises(StaleVersion):
        actions.ask(stale, "Alices fråga?")
    assert Meeting.objects.get(pk=sheet.pk).question == "Evas fråga?"


def test_others_do_nothing_with_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch)
    sheet = planned(cast)
    for other in (cast.bo, cast.cecilia, cast.dag, cast.gun, cast.hugo, cast.stranger):
        with pytest.raises(NotAllowed):
            actions.open_meeting(change(sheet, other))


def test_the_clock_and_the_task_are_of_the_same_day(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch)
    sheet = planned(cast)
    [clock] = clocks_of(sheet)
    assert (clock.due.isoformat(), clock.holder_id, clock.extendable) == ("2026-03-31", cast.alice.pk, False)
    assert queries.list_tasks(reader_of(cast.alice)) == []
    [task] = queries.list_tasks(reader_of(cast.alice, today=TODAY + timedelta(days=1)))
    assert (task.title, task.due, task.detail) == ("Håll arbetsplatsträffen", clock.due, "mars 2026")
    assert queries.list_tasks(reader_of(cast.eva, today=TODAY + timedelta(days=1))) == []
    assert clocks_of(held(cast)) == []


def test_it_is_given_to_another(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch)
    sheet = planned(cast)
    with pytest.raises(RuleBroken):
        actions.assign(change(sheet, cast.alice), cast.bo)
    sheet = actions.assign(change(sheet, cast.alice), cast.eva)
    actions.reassign(sheet, cast.alice, "Eva slutar.", cast.eva, NOW)
    sheet = Meeting.objects.get(pk=sheet.pk)
    assert (sheet.responsible, events(sheet)[-2:]) == (cast.alice, ["assigned", "reassigned"])
    assert Narrative.objects.get(meeting=sheet).text == "Eva slutar."


def test_a_change_knows_its_day(cast: Cast) -> None:
    assert Change(planned(cast), 1, cast.alice, NOW).today == TODAY
    assert MARCH <= TODAY
