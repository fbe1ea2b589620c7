"""Sharing out totals and falling dice: plain values in and out."""

from datetime import date

import pytest

from varvet.demo.alingsas.deviations import mentions
from varvet.demo.days import Span, moments, working_days
from varvet.demo.dice import Dice
from varvet.demo.margins import DoesNotFit, by_share, from_percent, table


def test_dice_fall_the_same_for_the_same_seed() -> None:
    assert Dice("a").shuffled(range(10)) == Dice("a").shuffled(range(10))
    assert Dice("a").shuffled(range(10)) != Dice("b").shuffled(range(10))
    assert sorted(Dice("a").shuffled(range(10))) == list(range(10))


def test_dice_are_those_of_every_version_of_python() -> None:
    """Python promises the sequence of random() for a seed: these are its first numbers for this one."""
    dice = Dice("varvet")
    assert [dice.below(100) for _ in range(5)] == [95, 38, 96, 30, 97]


@pytest.mark.parametrize(("low", "high"), [(1, 1), (2, 4)])
def test_between_reaches_both_ends(low: int, high: int) -> None:
    dice = Dice("ends")
    assert {dice.between(low, high) for _ in range(200)} == set(range(low, high + 1))


def test_weighted_never_picks_what_weighs_nothing() -> None:
    dice = Dice("weights")
    assert {dice.weighted({"a": 1.0, "b": 0.0, "c": 2.0}) for _ in range(200)} == {"a", "c"}


@pytest.mark.parametrize(
    ("total", "weights", "counts"),
    [
        (10, {"a": 1, "b": 1, "c": 1}, {"a": 4, "b": 3, "c": 3}),
        (0, {"a": 1}, {"a": 0}),
        (7, {"a": 5, "b": 2}, {"a": 5, "b": 2}),
    ],
)
def test_by_share_sums_to_the_total(total: int, weights: dict[str, float], counts: dict[str, int]) -> None:
    assert by_share(total, weights) == counts


def test_from_percent_rounds_back() -> None:
    found = from_percent(465, {"A": 54, "B": 4, "C": 23, "D": 4, "E": 3, "F": 1, "G": 4, "H": 7})
    assert sum(found.values()) == 465
    assert [round(100 * count / 465) for count in found.values()] == [54, 4, 23, 4, 3, 1, 4, 7]


def test_from_percent_refuses_what_no_whole_numbers_give() -> None:
    with pytest.raises(DoesNotFit):
        from_percent(13, {"in time": 32, "late": 68})


def test_table_keeps_sums_and_fixed_cells() -> None:
    rows, columns, fixed = {"x": 5, "y": 6}, {"a": 4, "b": 7}, {("x", "a"): 1}
    found = table(rows, columns, fixed, Dice("table"))
    assert found["x", "a"] == 1
    assert {row: sum(found[row, c] for c in columns) for row in rows} == rows
    assert {column: sum(found[r, column] for r in rows) for column in columns} == columns


@pytest.mark.parametrize(
    ("rows", "columns", "fixed"),
    [
        ({"x": 1}, {"a": 2}, {}),
        ({"x": 1, "y": 1}, {"a": 1, "b": 1}, {("x", "a"): 2}),
        ({"x": 2}, {"a": 2}, {("x", "a"): 1}),
    ],
)
def test_table_refuses_what_cannot_hold(
    rows: dict[str, int], columns: dict[str, int], fixed: dict[tuple[str, str], int]
) -> None:
    with pytest.raises(DoesNotFit):
        table(rows, columns, fixed, Dice("table"))


def test_mentions_spread_the_surplus_over_different_reports() -> None:
    found = mentions(5, {"a": 4, "b": 2, "c": 1}, Dice("mentions"))
    assert len(found) == 5
    assert sorted(code for codes in found for code in codes) == ["a", "a", "a", "a", "b", "b", "c"]
    assert all(len(set(codes)) == len(codes) <= 2 for codes in found)


def test_moments_are_in_order_on_working_days() -> None:
    span = Span(date(2023, 6, 19), date(2023, 6, 30))
    found = moments(50, span, Dice("days"))
    assert found == sorted(found)
    assert {moment.date() for moment in found} <= set(working_days(span))
    assert date(2023, 6, 23) not in working_days(span)  # midsommarafton
