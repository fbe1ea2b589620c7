"""What a result leads to, as rules: what is left, what may be decided when, and the borders of what is written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules import Figures, Status, decision, questions, reviewing, walked_through_in_words
from varvet.registers.self_checks.rules.decision import Followed
from varvet.registers.self_checks.rules.library import CODES, shipped_form

NOTHING = Followed(analysed=False, improvements=0, no_action=False, raised=False)
RESULT, TODAY = date(2026, 3, 10), date(2026, 3, 16)


def code_of(asked: Callable[[], object]) -> str:
    """The rule that was broken, empty when none was."""
    try:
        asked()
    except RuleBroken as broken:
        return broken.code
    return ""


@pytest.mark.parametrize(
    ("followed", "done"),
    [
        (NOTHING, [False, False, False]),
        (replace(NOTHING, analysed=True), [True, False, False]),
        (replace(NOTHING, improvements=1), [False, True, False]),
        (replace(NOTHING, no_action=True, raised=True), [False, True, True]),
    ],
)
def test_what_is_left(followed: Followed, done: list[bool]) -> None:
    left = decision.left_of(followed)
    assert [one.done for one in left] == done
    assert [one.place for one in left] == ["analyse", "decide", "raise_at_apt"]
    assert len({one.sentence for one in (*left, *decision.left_of(NOTHING))}) == 3 + sum(done)


@pytest.mark.parametrize("status", Status)
def test_nothing_is_decided_before_the_result(status: Status) -> None:
    expected = "" if status is Status.PERFORMED else "self_check.decision.state"
    assert code_of(lambda: decision.check_performed(status)) == expected


@pytest.mark.parametrize(
    ("reason", "followed", "code"),
    [
        ("x" * 300, NOTHING, ""),
        ("x" * 301, NOTHING, "self_check.decision.long"),
        (" ", NOTHING, "self_check.decision.empty"),
        ("Målet är nått.", replace(NOTHING, no_action=True), "self_check.decision.made"),
        ("Målet är nått.", replace(NOTHING, improvements=1), "self_check.decision.improved"),
        ("Målet är nått.", replace(NOTHING, analysed=True, raised=True), ""),
    ],
)
def test_no_action_once_with_a_short_reason(reason: str, followed: Followed, code: str) -> None:
    assert code_of(lambda: decision.check_no_action(reason, followed)) == code


@pytest.mark.parametrize(
    ("followed", "code"),
    [
        (NOTHING, ""),
        (replace(NOTHING, analysed=True), ""),
        (replace(NOTHING, improvements=1), "self_check.extend.decided"),
        (replace(NOTHING, no_action=True), "self_check.extend.decided"),
        (replace(NOTHING, raised=True), "self_check.extend.decided"),
    ],
)
def test_more_is_drawn_until_something_has_followed(followed: Followed, code: str) -> None:
    assert code_of(lambda: decision.check_extend(followed)) == code


@pytest.mark.parametrize(
    ("day", "performed_on", "already", "code"),
    [
        (RESULT, RESULT, False, ""),
        (date(2026, 3, 9), RESULT, False, "self_check.raised.early"),
        (date(2026, 3, 9), None, False, ""),
        (TODAY, RESULT, False, ""),
        (date(2026, 3, 17), RESULT, False, "self_check.raised.ahead"),
        (RESULT, RESULT, True, "self_check.raised.twice"),
    ],
)
def test_raised_once_between_the_result_and_today(
    day: date, performed_on: date | None, *, already: bool, code: str
) -> None:
    assert code_of(lambda: decision.check_raised(day, performed_on, TODAY, already=already)) == code


@pytest.mark.parametrize(("text", "code"), [("Mallen hjälper.", ""), (" ", "self_check.analysis.empty")])
def test_an_analysis_says_something(text: str, code: str) -> None:
    assert code_of(lambda: decision.check_analysis(text)) == code


def test_names_and_lessons_are_neither_empty_nor_endless() -> None:
    for name, fine in (("x" * 120, True), ("x" * 121, False), (" ", False)):
        assert (code_of(lambda given=name: questions.check_name(given)) == "") is fine
    for text, fine in (("x" * 2_000, True), ("x" * 2_001, False), (" ", False)):
        assert (code_of(lambda given=text: reviewing.check_lesson(given)) == "") is fine


@pytest.mark.parametrize("code", CODES)
def test_each_shipped_form_has_a_source_and_can_find_something(code: str) -> None:
    form = shipped_form(code)
    assert form.source
    assert form.about
    assert any(item.lacks for item in form.items)
    questions.check_publishable(list(form.items))


def test_of_a_walkthrough_only_how_many_is_told() -> None:
    assert str(walked_through_in_words(Figures(False, sample=6, fulfilled=4))) == "Ärenden genomgångna: 6"
    assert str(walked_through_in_words(Figures(False))) == "–"
