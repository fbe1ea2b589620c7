"""The rules of self-checks as truth tables."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.rules import Event, Figures, SplitRow, Status

DAY = date(2024, 2, 29)
ALLOWED = {
    (Event.START, Status.PLANNED),
    (Event.RECORD, Status.PLANNED),
    (Event.RECORD, Status.ONGOING),
    (Event.NOT_DONE, Status.PLANNED),
    (Event.NOT_DONE, Status.ONGOING),
    (Event.EXTEND, Status.PERFORMED),
}


def code_of(asked: Callable[[], object]) -> str:
    """The rule that was broken, empty when none was."""
    try:
        asked()
    except RuleBroken as broken:
        return broken.code
    return ""


def sample(whole: int | None, fulfilled: int | None = None, population: int | None = None) -> Figures:
    return Figures(census=False, population=population, sample=whole, fulfilled=fulfilled)


@pytest.mark.parametrize("event", Event)
@pytest.mark.parametrize("status", Status)
def test_what_may_happen_in_each_state(event: Event, status: Status) -> None:
    allowed = (event, status) in ALLOWED
    assert rules.may(event, status) is allowed
    assert code_of(lambda: rules.check_event(event, status)) == ("" if allowed else f"self_check.{event}.state")


@pytest.mark.parametrize(
    ("last", "target", "code"),
    [
        (DAY, None, ""),
        (DAY + timedelta(days=1), 100, ""),
        (DAY - timedelta(days=1), None, "self_check.period"),
        (DAY, 101, "self_check.target"),
    ],
)
def test_a_plan(last: date, target: int | None, code: str) -> None:
    assert code_of(lambda: rules.check_plan(DAY, last, target)) == code


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("", "self_check.reason.empty"),
        (" ", "self_check.reason.empty"),
        ("x" * 300, ""),
        ("x" * 301, "self_check.reason.long"),
    ],
)
def test_a_reason(reason: str, code: str) -> None:
    assert code_of(lambda: rules.check_reason(reason)) == code


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        (sample(15, 14, 40), ""),
        (sample(15, 15, 15), ""),
        (sample(15, 0), ""),
        (sample(161), ""),
        (Figures(False, stated_permille=920), ""),
        (Figures(False, stated_permille=1000, response_rate_permille=1000), ""),
        (Figures(True, population=76, sample=76, fulfilled=51), ""),
        (Figures(True, sample=76), ""),
        (Figures(True, population=76, stated_permille=10), ""),
        (sample(None), "self_check.result.empty"),
        (sample(15, 16), "self_check.fulfilled"),
        (Figures(False, fulfilled=3, stated_permille=10), "self_check.fulfilled"),
        (sample(15, 1, 14), "self_check.sample"),
        (Figures(True, population=76, sample=75), "self_check.census"),
        (Figures(False, stated_permille=1001), "self_check.share"),
        (Figures(False, sample=3, response_rate_permille=1001), "self_check.share"),
    ],
)
def test_a_result(figures: Figures, code: str) -> None:
    assert code_of(lambda: rules.check_result(figures)) == code


@pytest.mark.parametrize(
    ("status", "figures", "reason", "code"),
    [
        (Status.PLANNED, sample(None), "", ""),
        (Status.PLANNED, sample(20), "", ""),
        (Status.PLANNED, sample(20, population=10), "", "self_check.sample"),
        (Status.ONGOING, sample(20, 3), "", "self_check.history.result"),
        (Status.NOT_DONE, Figures(False, stated_permille=3), "Skäl", "self_check.history.result"),
        (Status.NOT_DONE, sample(None), "", "self_check.reason.empty"),
        (Status.NOT_DONE, sample(None), "Skäl", ""),
        (Status.PERFORMED, sample(20, 3), "Skäl", "self_check.history.reason"),
        (Status.PERFORMED, sample(20, 3), "", ""),
        (Status.PERFORMED, sample(None), "", "self_check.result.empty"),
    ],
)
def test_history_agrees_with_itself(status: Status, figures: Figures, reason: str, code: str) -> None:
    assert code_of(lambda: rules.check_state(status, figures, reason)) == code


@pytest.mark.parametrize(
    ("splits", "code"),
    [
        ([], ""),
        ([SplitRow("sex", "girls", 10, 9), SplitRow("sex", "boys", 5, 5)], ""),
        ([SplitRow("group", "beroende", 15, 14), SplitRow("sex", "boys", 15, 14)], ""),
        ([SplitRow("sex", "men", None, None, 810)], ""),
        ([SplitRow("age", "old", 3)], "self_check.split.dimension"),
        ([SplitRow("sex", "unknown", 3)], "self_check.split.sex"),
        ([SplitRow("sex", "men")], "self_check.result.empty"),
        ([SplitRow("sex", "men", 3, 4)], "self_check.fulfilled"),
        ([SplitRow("group", "a", 3), SplitRow("group", "a", 4)], "self_check.split.twice"),
        ([SplitRow("sex", "girls", 10), SplitRow("sex", "boys", 6)], "self_check.split.sum"),
        ([SplitRow("sex", "girls", 8, 8), SplitRow("sex", "boys", 7, 7)], "self_check.split.sum"),
    ],
)
def test_parts_of_a_result(splits: list[SplitRow], code: str) -> None:
    assert code_of(lambda: rules.check_splits(sample(15, 14), splits)) == code


def test_parts_of_what_is_not_counted_are_not_added_up() -> None:
    rules.check_splits(Figures(False, stated_permille=920), [SplitRow("sex", "girls", 10), SplitRow("sex", "boys", 6)])


@pytest.mark.parametrize(("permille", "words"), [(0, "0 %"), (724, "72,4 %"), (920, "92 %"), (1000, "100 %")])
def test_percent(permille: int, words: str) -> None:
    assert rules.percent(permille) == words


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (sample(15, 14), "14 av 15 uppfyller målet"),
        (Figures(True, 76, 76, 51), "51 av 76 uppfyller målet, alla granskade"),
        (Figures(False, sample=20, stated_permille=450), "45 % uppfyller målet (20 granskade)"),
        (Figures(False, stated_permille=724), "72,4 % uppfyller målet (antal saknas)"),
        (sample(161), "161 granskade, resultat saknas"),
        (sample(None), "–"),
    ],
)
def test_result_in_words(figures: Figures, words: str) -> None:
    assert str(rules.result_in_words(figures)) == words
