"""Rules where they end: the last that is taken, the first that is not, and what happens when nobody can."""

from datetime import date

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules import delegation, drawing, list_check, log_review, planning
from varvet.registers.self_checks.rules.questions import check_publishable

SEED = "00" * 32


def test_a_delegation_is_whole_and_not_too_long() -> None:
    line = ("Bistånd", "Handläggare")
    delegation.check_lines([line] * delegation.MOST_LINES, 0)
    for pairs, aside, code in (
        ([], 0, "self_check.delegation.empty"),
        ([line] * (delegation.MOST_LINES + 1), 0, "self_check.delegation.many"),
        ([line], 1, "self_check.delegation.aside"),
    ):
        with pytest.raises(RuleBroken) as told:
            delegation.check_lines(pairs, aside)
        assert told.value.code == code


def test_a_frame_is_neither_empty_nor_endless() -> None:
    drawing.check_frame(1)
    drawing.check_frame(drawing.MOST_LISTED)
    for listed in (0, drawing.MOST_LISTED + 1):
        with pytest.raises(RuleBroken):
            drawing.check_frame(listed)


def test_findings_are_dealt_evenly_and_never_to_the_one_they_are_about() -> None:
    staff = [f"s{number}" for number in range(6)]
    dealt = log_review.deal(staff, {1: ["S0"], 2: []}, SEED)
    assert dealt["s0"] == 2
    assert sorted(list(dealt.values()).count(who) for who in (1, 2)) in ([2, 4], [3, 3])
    assert log_review.deal(["s0"], {1: ["s0"]}, SEED) == {"s0": None}
    assert log_review.deal(reversed(staff), {1: ["S0"], 2: []}, SEED) == dealt


def test_an_answer_of_the_longest_is_taken() -> None:
    outcome = log_review.Outcome.JUSTIFIED
    log_review.check_conclusion("x" * log_review.LONGEST_ANSWER, outcome)
    with pytest.raises(RuleBroken, match="högst"):
        log_review.check_conclusion("x" * (log_review.LONGEST_ANSWER + 1), outcome)


def test_days_of_a_finding() -> None:
    first, last = date(2026, 3, 2), date(2026, 3, 9)
    assert log_review.says_days(first, first) == "2026-03-02"
    assert log_review.says_days(first, last) == "2026-03-02 – 2026-03-09"


def test_long_names_of_groups_still_differ() -> None:
    groups = ["Utredningsgruppen för barn ett", "Utredningsgruppen för barn två", "Vuxna"]
    names = list_check.short_names(groups)
    assert len(set(names.values())) == len(groups)
    assert max(map(len, names.values())) <= list_check.LONGEST_GROUP
    assert names["Vuxna"] == "Vuxna"


def test_a_form_without_questions_is_not_published() -> None:
    with pytest.raises(RuleBroken, match="minst en fråga"):
        check_publishable([])


@pytest.mark.parametrize("year", [2025, 2028])
def test_a_plan_is_of_last_year_until_two_ahead(year: int) -> None:
    planning.check_year(year, 2026)


@pytest.mark.parametrize("year", [2024, 2029])
def test_a_plan_of_another_year_is_refused(year: int) -> None:
    with pytest.raises(RuleBroken):
        planning.check_year(year, 2026)
