"""Drawings: bars stand on the axis, reach the numbers they show, and stay inside their box."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.insight.unit_page.drawn import BASE, LEFT, ROW, TOP, Month, columns, share, ticks, wait

MONTHS = st.lists(st.one_of(st.none(), st.integers(0, 5000)), min_size=1, max_size=12)


@given(MONTHS)
def test_every_column_stands_on_the_axis_and_inside_the_box(numbers: list[int | None]) -> None:
    drawn = columns([Month("jan", number, chosen=True) for number in numbers], 580, 1)
    top = ticks(max((number or 0 for number in numbers), default=0))[-1]
    for column, number in zip(drawn.columns, numbers, strict=True):
        assert column.y + column.height == pytest.approx(BASE, abs=0.11)
        assert column.height == pytest.approx((BASE - TOP) * (number or 0) / top, abs=0.11)
        assert column.x >= LEFT
        assert column.x + column.width <= 580
        assert column.y >= TOP
        assert column.text == ("" if number is None else str(number))


@given(st.integers(0, 10**6))
def test_an_axis_has_few_round_numbers_and_reaches_the_most(most: int) -> None:
    found = ticks(most)
    assert found[0] == 0
    assert most <= found[-1]
    assert 2 <= len(found) <= 5
    assert len({after - before for before, after in pairwise(found)}) == 1


def test_only_what_the_page_is_about_and_the_highest_is_written_out() -> None:
    drawn = columns([Month("jan", 9), Month("feb", 4), Month("mars", 0, chosen=True), Month("april", 9)], 400, 2)
    assert [column.text for column in drawn.columns] == ["9", "", "0", "9"]
    assert [column.name for column in drawn.columns] == ["", "feb", "", "april"], "every second, from the last"
    assert [column.look for column in drawn.columns] == ["bar3", "bar3", "bar", "bar3"]


def test_a_break_is_drawn_where_its_month_begins() -> None:
    drawn = columns([Month("jan", 1), Month("feb", 1, broken=True)], LEFT + 200, 1)
    assert drawn.breaks == (LEFT + 100,)


LENGTHS = [(0, 10, 0), (10, 10, ROW), (5, 10, ROW / 2), (1, 9999, 2), (0, 0, 0)]


@pytest.mark.parametrize(("number", "most", "length"), LENGTHS)
def test_a_bar_is_as_long_as_its_share(number: int, most: int, length: float) -> None:
    assert share(number, most) == length


def test_a_silence_longer_than_the_drawing_fills_it() -> None:
    assert wait(800, 1076, 400).now == wait(800, 1076, 400).usual == ROW
    assert wait(None, 100, 400).usual is None
