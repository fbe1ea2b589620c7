"""Lines put together, what was moved, how much was raised, and which days and words are right."""

from datetime import date

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.meeting_lines import MeetingLine, Section
from varvet.registers.meetings import rules
from varvet.registers.meetings.rules import Entry, Outcome, Silence, Tally

MARCH = date(2026, 3, 1)


def line(record: int, group: str = "", **more: str) -> MeetingLine:
    return MeetingLine(Section.HAPPENED, record, title="Avvikelse", group=group, came_in=True, **more)  # type: ignore[arg-type]  # texts alone


def test_lines_of_a_group_become_one_that_says_what_they_share() -> None:
    lines = [line(1, "a", sentence="Bedömd"), line(2, "b"), line(3, "a", sentence="Bedömd"), line(4)]
    found = rules.entries_of("deviations", lines)
    assert [(one.record_ids, one.count, one.sentence) for one in found] == [
        ((1, 3), 2, "Bedömd"),
        ((2,), 1, ""),
        ((4,), 1, ""),
    ]
    [mixed] = rules.entries_of("deviations", [line(1, "a", sentence="Bedömd"), line(2, "a", sentence="Utreds")])
    assert mixed.sentence == ""


def test_what_an_earlier_sheet_has_counted_is_not_new() -> None:
    found = rules.entries_of("deviations", [line(1, "a"), line(2, "a")], known={1})
    assert [one.record_ids for one in found] == [(2,)]


def test_what_was_moved_comes_first_unless_it_comes_anew() -> None:
    moved = Entry(Section.ACTIONS, "improvements", name="Gammal", record_ids=(7,), before=1)
    both = Entry(Section.ACTIONS, "improvements", name="Samma", record_ids=(8,), before=2)
    own = Entry(Section.ROUTINES, "", name="Rutinen", before=3)
    fresh = [Entry(Section.ACTIONS, "improvements", name="Samma", record_ids=(8,))]
    assert [one.name for one in rules.with_carried(fresh, [own, moved, both])] == ["Gammal", "Samma", "Rutinen"]


def test_only_what_is_new_is_counted_and_only_what_was_talked_about_is_raised() -> None:
    answers = [
        ("deviations", True, 3, Outcome.RAISED),
        ("deviations", True, 2, Outcome.MOVED),
        ("deviations", False, 9, Outcome.RAISED),
        ("lex_sarah", True, 1, ""),
    ]
    assert rules.tally(answers) == [Tally("deviations", 3, 5), Tally("lex_sarah", 0, 1)]


@pytest.mark.parametrize(
    ("before", "today", "first"),
    [
        (None, date(2026, 3, 16), date(2026, 2, 1)),
        (date(2026, 2, 12), date(2026, 3, 16), date(2026, 2, 12)),
        (date(2025, 3, 1), date(2026, 3, 16), date(2025, 12, 14)),
    ],
)
def test_news_begin_where_the_sheet_before_ended(before: date | None, today: date, first: date) -> None:
    span = rules.span_of(MARCH, before, today)
    assert (span.first, span.last) == (first, today)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 3, 17), "meeting.held.ahead"),
        (date(2026, 2, 28), "meeting.held.month"),
    ],
)
def test_a_meeting_is_held_in_its_month_and_not_ahead(day: date, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_held(day, MARCH, date(2026, 3, 16))
    assert broken.value.code == code


@pytest.mark.parametrize(("present", "right"), [(0, False), (1, True), (500, True), (501, False)])
def test_somebody_was_there(present: int, right: bool) -> None:  # noqa: FBT001  # a row of the table
    if right:
        rules.check_present(present)
        return
    with pytest.raises(RuleBroken):
        rules.check_present(present)


def test_a_sheet_is_of_this_month_or_the_next() -> None:
    rules.check_month(MARCH, date(2026, 3, 31))
    rules.check_month(date(2026, 4, 1), date(2026, 3, 31))
    for month in (date(2026, 2, 1), date(2026, 5, 1)):
        with pytest.raises(RuleBroken):
            rules.check_month(month, date(2026, 3, 31))


def test_words_that_everybody_reads_hold_no_personal_number() -> None:
    rules.check_words("Läs rutinen för barnsamtal", "name")
    for text in ("  ", "Ring 19811228-9874"):
        with pytest.raises(RuleBroken):
            rules.check_words(text, "name")


def test_what_is_left_out_has_a_reason() -> None:
    rules.check_outcome(Outcome.MOVED, "")
    with pytest.raises(RuleBroken):
        rules.check_outcome(Outcome.LEFT, "")


@pytest.mark.parametrize(
    ("last", "says"),
    [
        (None, "Ingen har rapporterat något på ett år. Varför?"),
        (date(2026, 2, 1), "Ingen har rapporterat något på 43 dagar. Varför?"),
        (date(2026, 3, 15), "Inget nytt har kommit in sedan förra mötet. Varför?"),
    ],
)
def test_silence_is_a_question(last: date | None, says: str) -> None:
    assert str(rules.asks_why(Silence(last, date(2026, 3, 16)))) == says
