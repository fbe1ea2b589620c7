"""The drawing: where days lie on the circle, what is an arc and what a dot, and that no mark covers another."""

import itertools
import math
import re
from datetime import date

import pytest

from varvet.registers.activities.rules import Span
from varvet.registers.activities.views.drawn import GAP, NARROW, WIDE, Content, Drawing, Mark, Pen, Piece, Shape, draw

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
AUTUMN = Span(date(2025, 9, 1), date(2026, 8, 31))
MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
LANES = (("check", "Egenkontroll"), ("meeting", "Möte"))


def piece(first: date, last: date, lane: str = "check", state: str = "planned") -> Piece:
    return Piece(lane, first, last, state, f"{last}", "/")


def drawn(*pieces: Piece, year: Span = YEAR, today: date = date(2026, 3, 16), shape: Shape = WIDE) -> Drawing:
    return draw(shape, Content(year, LANES, pieces, MONTHS), today)


def turn_of(mark: Mark) -> float:
    """Where its last edge lies, 0 to 1 with the clock from the top."""
    found = re.search(r"1 ([\d.]+) ([\d.]+)L", mark.path)
    x, y = (float(found[1]), float(found[2])) if found else (float(mark.x), float(mark.y))
    return (math.atan2(y - 296, x - 296) + math.pi / 2) / (2 * math.pi) % 1


@pytest.mark.parametrize(("day", "turn"), [(date(2026, 1, 1), 0), (date(2026, 7, 2), 182 / 365)])
def test_the_year_begins_at_the_top_and_goes_with_the_clock(day: date, turn: float) -> None:
    assert Pen(WIDE, YEAR).turn(day) == pytest.approx(turn)
    x, y = Pen(WIDE, YEAR).point(0.25, 100)
    assert (round(x), round(y)) == (396, 296)


def test_months_begin_with_the_quality_years_first() -> None:
    found = drawn(year=AUTUMN, today=date(2025, 10, 5)).months
    assert [month.name for month in found] == [*MONTHS[8:], *MONTHS[:8]]
    assert [month.name for month in found if month.current] == ["okt"]


def test_what_takes_long_is_an_arc_and_the_rest_are_dots() -> None:
    long, short = piece(date(2026, 2, 1), date(2026, 2, 28)), piece(date(2026, 5, 4), date(2026, 5, 4), "meeting")
    arc, dot = drawn(long, short).marks
    assert (bool(arc.path), bool(dot.path), bool(dot.r)) == (True, False, True)
    assert turn_of(arc) == pytest.approx(59 / 365, abs=0.001)
    assert turn_of(dot) == pytest.approx(124 / 365, abs=0.001)


def test_marks_in_a_ring_follow_one_another() -> None:
    pieces = [piece(date(2026, 2, 1), date(2026, 3, 20)), *(piece(date(2026, 3, 20), date(2026, 3, 20)),) * 3]
    turns = [turn_of(mark) for mark in drawn(*pieces).marks]
    assert all(after - before > GAP * 0.9 for before, after in itertools.pairwise(turns))


def test_what_began_the_year_before_is_drawn_from_the_first_day() -> None:
    [mark] = drawn(piece(date(2025, 11, 1), date(2026, 1, 31))).marks
    assert turn_of(mark) == pytest.approx(31 / 365, abs=0.001)


def test_today_is_marked_in_its_own_year_alone() -> None:
    assert drawn().today is not None
    assert drawn(today=date(2027, 1, 1)).today is None


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_rings_lie_inside_the_months_and_apart(shape: Shape) -> None:
    lanes = tuple((str(number), "Slag") for number in range(7))
    found = draw(shape, Content(YEAR, lanes, (), MONTHS), YEAR.first).lanes
    edges = [(float(lane.r) + float(lane.width) / 2, float(lane.r) - float(lane.width) / 2) for lane in found]
    assert edges[0][0] <= shape.outer < shape.months
    assert edges[-1][1] >= shape.inner
    assert all(before[1] > after[0] for before, after in itertools.pairwise(edges))
    assert len({lane.id for lane in found}) == 7


def test_a_rings_name_stands_where_no_mark_is() -> None:
    """Written at the bottom, in summer; where that is taken it moves along the ring."""
    summer = piece(date(YEAR.first.year, 6, 25), date(YEAR.first.year, 8, 1))
    free, taken = (
        draw(WIDE, Content(YEAR, (("check", "Granskning"),), held, MONTHS), YEAR.first) for held in ((), (summer,))
    )
    assert free.lanes[0].path != taken.lanes[0].path
