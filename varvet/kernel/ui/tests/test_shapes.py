"""The ring that fills or empties, and its tones."""

import pytest

from varvet.kernel.ui import shapes
from varvet.kernel.ui.shapes import StateShape, Tone
from varvet.kernel.ui.words import TimeUnit


@pytest.mark.parametrize(
    ("left", "unit", "tone"),
    [
        (2, TimeUnit.DAYS, Tone.CALM),
        (1, TimeUnit.DAYS, Tone.SOON),
        (0, TimeUnit.DAYS, Tone.SOON),
        (-1, TimeUnit.DAYS, Tone.LATE),
        (1, TimeUnit.WORKDAYS, Tone.SOON),
        (37, TimeUnit.HOURS, Tone.CALM),
        (36, TimeUnit.HOURS, Tone.SOON),
        (-1, TimeUnit.HOURS, Tone.LATE),
    ],
)
def test_tone_follows_time(left: int, unit: TimeUnit, tone: Tone) -> None:
    assert shapes.tone_of(left, unit) is tone


def test_a_clock_at_half_time_ends_at_twelve() -> None:
    assert shapes.clock(10, 20, TimeUnit.DAYS).path == "M22.00 40.50A18.5 18.5 0 0 1 22.00 3.50"


def test_more_than_half_takes_the_long_way() -> None:
    assert " 1 1 " in shapes.clock(15, 20, TimeUnit.DAYS).path


def test_late_is_a_full_ring_with_a_minus_number() -> None:
    late = shapes.clock(-2, 10, TimeUnit.WORKDAYS)
    assert late.text == "\u22122"
    assert late.path.count("A18.5") == 2


def test_hours_are_said_in_the_ring_and_written_smaller() -> None:
    hours = shapes.clock(31, 72, TimeUnit.HOURS)
    assert (hours.text, hours.number_class) == ("31 h", "ck-n small")


@pytest.mark.parametrize("total", [0, 5])
def test_nothing_left_still_shows_a_mark(total: int) -> None:
    assert shapes.clock(0, total, TimeUnit.DAYS).path.startswith("M17.40 4.08")


def test_more_left_than_there_was_is_a_full_ring() -> None:
    assert shapes.clock(9, 3, TimeUnit.DAYS).path.count("A18.5") == 2


@pytest.mark.parametrize(
    ("step", "shape"),
    [(0, StateShape.SIDE), (1, StateShape.UNDER_WAY), (5, StateShape.UNDER_WAY), (6, StateShape.DONE)],
)
def test_state_shape(step: int, shape: StateShape) -> None:
    assert shapes.state_shape(step, 6) is shape
